// What `wireprint check` writes of all its records together: what `add` would make of them, without storing any.
#pragma once

#include <cstddef>
#include <memory>
#include <vector>

#include "answers.hpp"
#include "night_files.hpp"
#include "wireprint/engine/archive.hpp"

namespace wireprint::command {

/// Of one thread. Holds all articles that it was given in memory.
class RehearsalFiles {
 public:
  /// `archive` has to live longer than this.
  RehearsalFiles(const Archive& archive, NightFiles files) : archive_(&archive), files_(std::move(files)) {}

  /// Records in the order of reading. Errors: those of the archive.
  [[nodiscard]] Result<void> take(std::vector<Asked> asked);

  /// Writes and finishes the files, if any were asked for. Errors: those of the archive; Io.
  [[nodiscard]] Result<void> finish(const std::vector<InputFile>& read);

 private:
  [[nodiscard]] Result<void> rehearse();

  const Archive* archive_;
  NightFiles files_;
  std::shared_ptr<const StoreView> view_;  ///< the archive with all that were rehearsed
  std::vector<NightRecord> records_;
  std::size_t rehearsed_ = 0;              ///< of these
  std::vector<Article> articles_;          ///< of the others
};

}  // namespace wireprint::command
