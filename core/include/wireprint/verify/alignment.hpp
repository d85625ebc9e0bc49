// Which words of two texts are the same running text.
//
// Seed and extend: equal runs of `k` words are seeds, each is extended as far as the words agree, and across gaps of at
// most three words on either side when the text goes on behind them. Runs may stand in another order in the other text
// (outlets move paragraphs). Pure functions; callable from any thread.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "wireprint/base/ids.hpp"

namespace wireprint {

/// `length` equal words: a[a_begin + i] == b[b_begin + i].
struct AlignedRun {
  std::uint32_t a_begin = 0;
  std::uint32_t b_begin = 0;
  std::uint32_t length = 0;

  [[nodiscard]] std::uint32_t a_end() const { return a_begin + length; }
  [[nodiscard]] std::uint32_t b_end() const { return b_begin + length; }

  friend bool operator==(const AlignedRun&, const AlignedRun&) = default;
};

/// The longest gap, in words of either side, that running text may have and still be one passage.
inline constexpr std::uint32_t kLongestGap = 3;

/// Whether `next` goes on where `run` ends, across a gap of at most kLongestGap words on either side.
[[nodiscard]] bool continues(const AlignedRun& run, const AlignedRun& next);

/// Runs by place in `b`, without overlap in `b`. `a` and `b` are the hashes of words. Near-linear in the number of words;
/// of a seed that occurs more than 16 times in `a`, the first 16 places are tried.
[[nodiscard]] std::vector<AlignedRun> align(std::span<const std::uint64_t> a, std::span<const std::uint64_t> b, int k);

/// How many of the `words` of a (or of b) stand in a run.
[[nodiscard]] std::uint32_t covered_in_a(std::span<const AlignedRun> runs, std::size_t words);
[[nodiscard]] std::uint32_t covered_in_b(std::span<const AlignedRun> runs);

}  // namespace wireprint
