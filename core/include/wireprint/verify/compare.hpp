// Two texts held against each other: every figure of a Match, before any judgement.
//
// Pure functions; callable from any thread.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>

#include "wireprint/spread/crossing_days.hpp"
#include "wireprint/verify/match.hpp"
#include "wireprint/verify/prepared_text.hpp"

namespace wireprint {

/// Contained both ways by this share before anything is taken off, two texts are nearly identical.
inline constexpr double kNearlyIdentical = 0.9;

/// What is known of two articles beside their texts.
struct PairFacts {
  Day horizon = 0;  ///< of their furniture (see furniture_horizon)
  bool same_outlet = false;
  std::optional<std::int32_t> days_apart;
};

/// All scores and passages of the pair; verdict, role and reasons are left to judge(). Furniture is taken off as of the
/// horizon; of a pair that is nearly identical as a whole, only what the patterns know is taken off. Texts that share
/// too little to be anything to each other are not aligned: then shared_words is 0.
[[nodiscard]] Match compare(const PreparedText& a, const PreparedText& b, const PairFacts& facts);

/// Whether two texts share enough to be anything to each other; where not, compare() does not align them. Words are enough.
[[nodiscard]] bool share_enough_to_align(const PreparedText& a, const PreparedText& b);

/// Story words of two texts, those of either that are aligned with story words of the other, and the unbroken runs of these.
struct SharedStory {
  std::uint32_t a = 0;
  std::uint32_t b = 0;
  std::uint32_t shared = 0;
  std::uint32_t runs = 0;

  [[nodiscard]] Share copied() const { return {shared, b}; }
  [[nodiscard]] Share kept() const { return {shared, a}; }
};

/// What compare() finds of that, from words alone (see prepare_words), at a fraction of the cost; all 0 where too little is shared to
/// align the two.
[[nodiscard]] SharedStory shared_story(const PreparedText& a, const PreparedText& b, Day horizon);

/// Whether each of the two contains `contained` of all of the other and more, or their shared_story() is `enough`. What is enough has to
/// be so with more shared words too: most pairs are refused by a bound of these, without an alignment.
[[nodiscard]] bool contain_or_share(const PreparedText& a, const PreparedText& b, Day horizon, double contained,
                                    const std::function<bool(const SharedStory&)>& enough);

/// What compare() found of that.
[[nodiscard]] inline SharedStory shared_story_of(const Match& match) { return {match.story_words_a, match.story_words_b, match.shared_words, match.shared_runs}; }

/// The smaller of the two containments of all text; of two texts, words are enough.
[[nodiscard]] double contained_both_ways(const Match& match);
[[nodiscard]] double contained_both_ways(const PreparedText& a, const PreparedText& b);

/// Whether aligned text has other figures in the two articles: at least `least` conflicts, and more than one in a hundred
/// aligned words.
[[nodiscard]] bool numbers_conflict(const Match& match, std::uint32_t least = 2);

}  // namespace wireprint
