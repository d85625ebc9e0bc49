// Makes a run of postings out of sorted ones, in one pass and with little memory.
//
// A builder is used by one thread at a time.
#pragma once

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "archive/bits.hpp"
#include "archive/run_layout.hpp"

namespace wireprint {

/// Takes bytes one after the other. Errors: Io.
using ByteSink = std::function<std::optional<Error>(std::string_view)>;

/// How many postings a run will have, about, and of which articles.
struct RunPlan {
  std::uint64_t bound = 0;              ///< sample_bound() of the recipe
  std::uint64_t postings_below = 0;     ///< of shingles below the bound; these two only choose sizes of codes
  std::uint64_t postings_above = 0;
  std::uint32_t first_article = 0;
  std::uint32_t last_article = 0;
};

class RunBuilder {
 public:
  RunBuilder(const RunPlan& plan, ByteSink sink);

  /// Postings rise strictly, and their articles are those of the plan. Errors: the sink's.
  [[nodiscard]] std::optional<Error> add(Posting posting);

  /// What was written. Errors: the sink's.
  [[nodiscard]] Result<RunFooter> finish();

 private:
  [[nodiscard]] std::optional<Error> open_bucket(std::uint64_t bucket);
  [[nodiscard]] std::optional<Error> close_bucket();
  [[nodiscard]] std::optional<Error> close_segment();
  [[nodiscard]] std::optional<Error> write(std::string_view bytes);
  [[nodiscard]] std::optional<Error> drain();
  void note_offset();
  [[nodiscard]] RunSegment& segment() { return footer_.segments[current_]; }

  RunFooter footer_;
  ByteSink sink_;
  std::size_t current_ = 0;      // segment
  std::uint64_t bucket_ = 0;     // that is filled now
  std::uint64_t in_bucket_ = 0;  // postings of it
  Posting previous_;
  BitWriter bits_;
  std::string directory_;
  std::uint64_t written_ = 0;
  std::string buffer_;           // whole pages go on from here
  std::string checksums_;
};

/// A run in memory. `postings` as in add().
[[nodiscard]] std::string build_run(const RunPlan& plan, std::span<const Posting> postings);

}  // namespace wireprint
