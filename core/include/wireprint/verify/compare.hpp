// Two texts held against each other: every figure of a Match, before any judgement.
//
// Pure functions; callable from any thread.
#pragma once

#include "wireprint/sketch/recipe.hpp"
#include "wireprint/spread/crossing_days.hpp"
#include "wireprint/verify/match.hpp"
#include "wireprint/verify/prepared_text.hpp"

namespace wireprint {

/// Both ways contained by this share before anything is taken off, and without conflict, two texts are nearly identical.
inline constexpr double kNearlyIdentical = 0.9;

/// All scores and passages of the pair (verdict, role and reasons are left to judge()). Furniture is taken off as of
/// `horizon`; of a pair that is nearly identical as a whole, only what the patterns know is taken off.
[[nodiscard]] Match compare(const PreparedText& a, const PreparedText& b, Day horizon, const Recipe& recipe);

/// Whether both texts contain each other by kNearlyIdentical, furniture included.
[[nodiscard]] bool contained_whole(const Match& match);

/// Whether aligned text has other figures in the two articles: at least two conflicts, and more than one in a hundred
/// aligned words. A conflict is a gap of at most three words between two aligned runs where both sides have numbers and
/// these differ, separators left aside.
[[nodiscard]] bool numbers_conflict(const Match& match);

}  // namespace wireprint
