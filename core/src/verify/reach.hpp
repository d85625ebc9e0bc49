// How much of two texts alignment could pair at most: a bound that costs a fraction of the alignment.
#pragma once

#include <cstdint>
#include <span>

#include "verify/common_shingles.hpp"

namespace wireprint {

/// Story words that stand in a shingle of both texts, or in a gap between two such that alignment may fill: no word beyond these
/// is ever aligned. The smaller number of the two texts.
[[nodiscard]] std::uint32_t words_in_reach(const PreparedText& a, const StoryMask& story_a, const PreparedText& b, const StoryMask& story_b,
                                           std::span<const CommonShingle> common);

}  // namespace wireprint
