// From the figures of a pair to its verdict: a rule with its thresholds.
//
// Pure functions; callable from any thread.
#pragma once

#include "wireprint/verify/coefficients.hpp"
#include "wireprint/verify/compare.hpp"

namespace wireprint {

/// The thresholds that decide. Shares are of story words unless it says otherwise.
struct CopyRule {
  double min_share = 0.45;          ///< of the shorter story stands in the other. Less finds more rewritten copies and more background
  double min_share_of_longer = 0.15;  ///< below it, the shorter is an item in a digest
  std::uint32_t min_words = 20;     ///< shared words, about a sentence; fewer prove nothing under unlike headlines
  double whole = 0.85;              ///< from this share on, what is quoted counts as any other text
  double reissued = 0.75;           ///< both ways, of all text: a notice that recurs, under the same headline from another outlet
  double same_headline = 0.8;       ///< Jaccard of the headlines' words
  double like_headline = 0.5;       ///< lets fewer than min_words be enough for nearly identical texts
  double same_day_whole = 0.9;      ///< from this share on, other figures on one day are an update
  std::uint32_t number_conflicts = 2;   ///< from so many on, and more than one in a hundred aligned words, the figures are other ones
  std::uint32_t subject_conflicts = 1;  ///< from so many on the subject is another one
  double block_opening = 0.2;       ///< of one outlet's two pages: below it (and below block_headline) only a block is shared
  double block_headline = 1.0 / 3;
  std::int32_t series_days = 2;     ///< one outlet's pages so far apart are a series, unless series_share of the longer is shared
  double series_share = 0.6;
  double form_share = 2.0 / 3;      ///< pages so far apart, or one outlet's of two days, that share only broken runs are a form filled in again, unless so
                                    ///< much of the shorter is shared
  std::uint32_t block_words = 30;   ///< an unbroken run of so many makes a pair that is no copy a partial one
  double mostly_quoted = 0.5;       ///< of the shared words, and such a pair is a quote
  Coefficients coefficients = shipped_coefficients();  ///< their weights give the probability; their thresholds count through rule_of()
};

/// The rule with these thresholds and weights.
[[nodiscard]] CopyRule rule_of(const Coefficients& coefficients);

/// Sets verdict, role, reasons and log-odds from the figures. The first reason is the one that decided.
void judge(Match& match, const CopyRule& rule);

/// Whether the words of two texts leave it open that judge() finds a copy: false is certain, true is not. It costs a
/// fraction of a comparison and asks less of the texts (see prepare_words).
[[nodiscard]] bool may_be_copy(const PreparedText& a, const PreparedText& b, Day horizon, const CopyRule& rule);

/// The verdict alone.
[[nodiscard]] Verdict verdict_under(const Match& match, const CopyRule& rule);

/// The role of b towards a, from what is copied and kept.
[[nodiscard]] Role role_of(const Match& match);
[[nodiscard]] Role role_of(const SharedStory& story);

/// How near two articles are, in [0, 1]: what of the shorter story stands in the other, or what of all text each holds
/// of the other, whichever is more.
[[nodiscard]] Share nearness_of(const Match& match);

}  // namespace wireprint
