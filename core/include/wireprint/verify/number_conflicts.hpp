// Same words around other figures: the mark of a template.
//
// Pure functions; callable from any thread.
#pragma once

#include <cstdint>
#include <span>

#include "wireprint/verify/alignment.hpp"
#include "wireprint/verify/prepared_text.hpp"

namespace wireprint {

/// Gaps of at most kLongestGap words between two aligned runs in which both texts have numbers that differ once points
/// and commas are left out. The runs count in the words of the stories.
[[nodiscard]] std::uint32_t count_number_conflicts(std::span<const AlignedRun> runs, const PreparedText& a, const Story& story_a,
                                                   const PreparedText& b, const Story& story_b);

}  // namespace wireprint
