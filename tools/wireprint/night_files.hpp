// The files that say what became of each record of a night: articles, and the input again without what was said before.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "mirror.hpp"
#include "output.hpp"
#include "wireprint/engine/archive.hpp"
#include "wireprint/engine/night_run.hpp"

namespace wireprint::command {

/// Empty ones are not written.
struct NightPaths {
  std::string articles;  ///< CSV if the name ends so
  std::string dedup;     ///< see Mirror
};

class NightFiles {
 public:
  /// Keeps standard input, where it is among `inputs` and will be read again. Errors: Io for the first that cannot be written; files
  /// that exist stay as they were.
  [[nodiscard]] static Result<NightFiles> open(const NightPaths& paths, const std::vector<std::string>& inputs);

  /// Whether any is to be written.
  [[nodiscard]] bool wanted() const { return articles_ || dedup_; }

  /// Writes and finishes all; the report's run names the files that were read. Errors: Io for the first that failed; those of Mirror.
  [[nodiscard]] Result<void> write(const NightReport& report);

 private:
  NightFiles() = default;
  void write_articles(const NightReport& report);

  bool articles_as_csv_ = false;
  std::optional<Output> articles_;
  std::optional<Mirror> dedup_;
};

/// Puts into the records of one batch what became of each: those that were read stand in `report` in their order.
void tell_fates(std::span<NightRecord> records, const BatchReport& report);

}  // namespace wireprint::command
