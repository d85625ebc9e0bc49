// The live runs of an epoch, asked as one.
//
// Immutable; safe for any number of threads.
#pragma once

#include <memory>
#include <vector>

#include "archive/disk/run.hpp"

namespace wireprint {

/// A run and its number, under which it stands in the archive: as a file, or as a row where it is small.
struct LiveRun {
  std::uint64_t number = 0;
  bool in_row = false;
  std::shared_ptr<const Run> run;
};

class RunSet {
 public:
  /// By the numbers of their versions.
  explicit RunSet(std::vector<LiveRun> runs) : runs_(std::move(runs)) {}

  [[nodiscard]] const std::vector<LiveRun>& runs() const { return runs_; }

  /// The list of a hash as far as kHashBits tell it, by number of version. Nothing where a run is damaged.
  [[nodiscard]] std::optional<std::vector<Posting>> postings(PostingKind kind, std::uint64_t hash, DayRange days) const;

 private:
  std::vector<LiveRun> runs_;
};

/// "000012.run"
[[nodiscard]] std::string run_file_name(std::uint64_t number);

/// Which of `runs`, with these sizes in bytes, are merged with one of `added` bytes that follows them: those from the index that
/// is given on. A run stays apart while it is at least twice as large as all that follow it, so that their number grows with
/// the logarithm of what they hold, and a posting is written again as often.
[[nodiscard]] std::size_t merged_from(const std::vector<std::uint64_t>& sizes, std::uint64_t added);

}  // namespace wireprint
