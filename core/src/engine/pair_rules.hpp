// The rules that say which articles are compared, and how two are: the same for a run over a set and for an archive.
//
// Pure functions; callable from any thread.
#pragma once

#include <functional>
#include <optional>
#include <span>
#include <string_view>

#include "wireprint/article/article.hpp"
#include "wireprint/index/banding.hpp"
#include "wireprint/index/passage_index.hpp"
#include "wireprint/sketch/fingerprint.hpp"
#include "wireprint/sketch/overlap.hpp"
#include "wireprint/text/furniture.hpp"
#include "wireprint/verify/judgement.hpp"

namespace wireprint {

/// The cut of the sketches that brings nearly identical texts together, found by `recall` of them.
/// Errors: those of solve_banding(); with the default recall there is none.
[[nodiscard]] Result<Banding> banding_of(const Recipe& recipe, double recall);

/// What makes a pair of texts a candidate of the passage index.
[[nodiscard]] PassageRule passage_rule_of(const Recipe& recipe);

/// Whether two sketches are near enough that the texts may be nearly identical.
[[nodiscard]] bool worth_comparing(const MinHash& a, const MinHash& b);

/// A short page of which every sampled shingle recurs for weeks, as of its own date: a cookie notice, a paywall's text.
/// `crossing(shingle)` gives crossing days.
[[nodiscard]] bool only_recurs(const Fingerprint& print, std::optional<Day> day, const std::function<Day(std::uint64_t)>& crossing);

/// A text of so many words and more is no such page: if its every shingle recurs, it is a story printed again and again.
inline constexpr std::uint32_t kPageWords = 60;

/// What a pair is told by, beside its texts.
struct Print {
  std::string_view outlet;
  std::optional<Day> day;
};
[[nodiscard]] PairFacts facts_of(const Print& a, const Print& b);

/// Whether outlets and headlines allow that one is the other issued again.
[[nodiscard]] bool may_be_reissue(const PairFacts& facts, std::string_view headline_a, std::string_view headline_b, const CopyRule& rule);

/// `article` has to outlive the result.
[[nodiscard]] PreparedText prepare(const Article& article, const Recipe& recipe, const CrossingDays& spread);
[[nodiscard]] PreparedText prepare(const Article& article, const Recipe& recipe, const CrossingOf& crossing);

/// As much of it as may_be_copy() and shared_story() ask: no places are found.
[[nodiscard]] PreparedText prepare_words(const Article& article, std::span<const FurnitureTokens> furniture, const Recipe& recipe, const CrossingDays& spread);
[[nodiscard]] PreparedText prepare_words(const Article& article, std::span<const FurnitureTokens> furniture, const Recipe& recipe, const CrossingOf& crossing);

/// That completed: what prepare() gives.
[[nodiscard]] PreparedText with_places(const PreparedText& words, const Article& article);

/// The judged match; its ids are left to the caller.
[[nodiscard]] Match judge_pair(const PreparedText& a, const PreparedText& b, const PairFacts& facts, const CopyRule& rule);

/// Where no text is kept: a rule of its own, on fingerprints. Its shares are estimates, with the bounds between which they lie.
struct EstimatedMatch {
  Match match;  ///< of the shares copied, kept and containment_all; of the words all
  Estimate copied;
  Estimate kept;
};
[[nodiscard]] EstimatedMatch judge_prints(const Fingerprint& a, const Fingerprint& b, const PairFacts& facts, const Recipe& recipe,
                                          const std::function<Day(std::uint64_t)>& crossing);

/// Whether the later one of a judged pair joins the earlier one's group.
[[nodiscard]] bool is_nearly_identical(const Match& match);

}  // namespace wireprint
