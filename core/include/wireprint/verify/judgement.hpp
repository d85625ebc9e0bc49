// From the figures of a pair to its verdict: a rule with its thresholds.
//
// Pure functions; callable from any thread.
#pragma once

#include "wireprint/verify/compare.hpp"

namespace wireprint {

/// The thresholds that decide. Shares are of words or shingles of the story.
struct CopyRule {
  double min_share = 0.4;             ///< of the shorter story has to stand in the other for a copy; less finds more write-thrus and more shared background
  double max_quoted = 0.6;            ///< of the shared words may stand inside quotation marks
  std::uint32_t min_words = 20;       ///< shared story words, below which nothing is proved unless the texts are identical
  std::uint32_t block_words = 30;     ///< an unbroken run of so many makes a pair that is no copy a partial one
};

/// Sets verdict, role and reasons from the figures. The first reason is the one that decided.
void judge(Match& match, const CopyRule& rule);

/// The role of b towards a, from what is copied and kept.
[[nodiscard]] Role role_of(const Match& match);

}  // namespace wireprint
