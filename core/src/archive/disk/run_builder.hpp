// Makes a run of postings out of sorted ones, in one pass and with little memory.
//
// A builder is used by one thread at a time.
#pragma once

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "archive/disk/bits.hpp"
#include "archive/disk/run_layout.hpp"

namespace wireprint {

/// Takes bytes one after the other. Errors: Io.
using ByteSink = std::function<std::optional<Error>(std::string_view)>;

/// Of which versions a run is, and how many postings it will have, about.
struct RunPlan {
  std::array<std::uint64_t, kRunParts> postings{};  ///< these only choose the sizes of codes
  DocId first_doc = 0;
  DocId last_doc = 0;
};

class RunBuilder {
 public:
  RunBuilder(const RunPlan& plan, ByteSink sink);

  /// Entries rise strictly, and their versions are those of the plan. Errors: the sink's.
  [[nodiscard]] std::optional<Error> add(RunEntry entry);

  /// After all entries: the days of the plan's versions, by number. Gives what was written. Errors: the sink's.
  [[nodiscard]] Result<RunFooter> finish(std::span<const Day> days);

 private:
  [[nodiscard]] std::optional<Error> open_bucket(std::uint64_t bucket);
  [[nodiscard]] std::optional<Error> close_bucket();
  [[nodiscard]] std::optional<Error> close_part();
  [[nodiscard]] std::optional<Error> write(std::string_view bytes);
  [[nodiscard]] std::optional<Error> drain();
  void note_offset();
  [[nodiscard]] RunPart& part() { return footer_.parts[current_]; }

  RunFooter footer_;
  ByteSink sink_;
  std::size_t current_ = 0;      // part
  std::uint64_t bucket_ = 0;     // that is filled now
  std::uint64_t in_bucket_ = 0;  // postings of it
  RunEntry previous_;
  BitWriter bits_;
  std::string directory_;
  std::uint64_t written_ = 0;
  std::string buffer_;           // whole pages go on from here
  std::string checksums_;
};

/// A run in memory, of entries as in add() and days as in finish().
[[nodiscard]] std::string build_run(const RunPlan& plan, std::span<const RunEntry> entries, std::span<const Day> days);

}  // namespace wireprint
