// Which words of two texts are the same running text.
//
// Seeds are shingles in both texts, extended as far as the words agree. The longest run is taken first, then the
// longest of what is left (greedy string tiling, Wise 1993), so that each word is aligned at most once and paragraphs
// may stand in another order. In the gaps between runs that follow each other in both texts, the longest common
// subsequence of words is aligned too: copy that was reworded throughout. Pure functions; callable from any thread.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "wireprint/verify/prepared_text.hpp"

namespace wireprint {

/// `length` equal words: a[a_begin + i] == b[b_begin + i].
struct AlignedRun {
  std::uint32_t a_begin = 0;
  std::uint32_t b_begin = 0;
  std::uint32_t length = 0;
  bool seeded = true;  ///< holds a whole shingle; else it lies in the gap between two that do

  [[nodiscard]] std::uint32_t a_end() const { return a_begin + length; }
  [[nodiscard]] std::uint32_t b_end() const { return b_begin + length; }

  friend bool operator==(const AlignedRun&, const AlignedRun&) = default;
};

/// The longest gap, in words of either side, across which two runs are one running text.
inline constexpr std::uint32_t kLongestGap = 3;

/// The longest gap, in words of either side, in which words are aligned one by one.
inline constexpr std::uint32_t kLongestFill = 40;

/// Whether `next` goes on where `run` ends, across at most kLongestGap words on either side.
[[nodiscard]] bool continues(const AlignedRun& run, const AlignedRun& next);

/// Runs by place in a; no word of a or of b stands in two. Of a shingle that occurs often in a text, the first eight
/// places are tried.
[[nodiscard]] std::vector<AlignedRun> align(std::span<const std::uint64_t> words_a, std::span<const Seed> seeds_a,
                                            std::span<const std::uint64_t> words_b, std::span<const Seed> seeds_b);

}  // namespace wireprint
