#include "engine/pair_rules.hpp"

#include <algorithm>
#include <cstdlib>

#include "wireprint/text/furniture.hpp"
#include "wireprint/text/tokenizer.hpp"

namespace wireprint {
namespace {

// Texts that contain each other by 0.9 resemble each other by 0.82 and more, reissued ones by 0.6 and mostly 0.75; the
// estimate's standard error is at most 0.04, so what is estimated below 0.65 is not nearly identical.
constexpr double kNearResemblance = 0.75;
constexpr double kWorthComparing = 0.65;
constexpr std::uint32_t kPageWords = 60;  // a longer text whose every shingle recurs is a story printed again and again

}  // namespace

Result<Banding> banding_of(const Recipe& recipe, double recall) {
  return solve_banding({.slots = recipe.minhash_slots, .threshold = kNearResemblance, .recall = recall});
}

bool worth_comparing(const MinHash& a, const MinHash& b) { return estimate_resemblance(a, b) >= kWorthComparing; }

bool only_recurs(const Fingerprint& print, std::optional<Day> day, const std::function<Day(std::uint64_t)>& crossing) {
  if (!day || print.words >= kPageWords) return false;
  const Day horizon = furniture_horizon(day, day);
  return std::ranges::all_of(print.samples, [&](std::uint64_t shingle) { return crossing(shingle) <= horizon; });
}

PairFacts facts_of(const Print& a, const Print& b) {
  PairFacts facts;
  facts.horizon = furniture_horizon(a.day, b.day);
  facts.same_outlet = !a.outlet.empty() && a.outlet == b.outlet;
  if (a.day && b.day) facts.days_apart = std::abs(*b.day - *a.day);
  return facts;
}

bool may_be_reissue(const PairFacts& facts, std::string_view headline_a, std::string_view headline_b, const CopyRule& rule) {
  return !facts.same_outlet && headline_likeness(headline_words(headline_a), headline_words(headline_b)).value() >= rule.same_headline;
}

PreparedText prepare(const Article& article, const Recipe& recipe, const CrossingDays& spread) {
  TokenStream tokens = tokenize(article.body);
  mark_furniture(find_furniture(article), tokens);
  return prepare_text(article.body, std::move(tokens), article.headline, recipe, spread);
}

Match judge_pair(const PreparedText& a, const PreparedText& b, const PairFacts& facts, const CopyRule& rule) {
  Match match = compare(a, b, facts);
  judge(match, rule);
  return match;
}

bool is_nearly_identical(const Match& match) { return match.verdict == Verdict::Copy && contained_both_ways(match) >= kNearlyIdentical; }

}  // namespace wireprint
