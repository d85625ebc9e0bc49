#include "engine/pair_rules.hpp"

#include <algorithm>
#include <cstdlib>

#include "engine/recipe_tokens.hpp"
#include "wireprint/sketch/shingles.hpp"
#include "wireprint/text/furniture.hpp"
#include "wireprint/text/letters.hpp"
#include "wireprint/text/tokenizer.hpp"

namespace wireprint {
namespace {

// Texts that contain each other by 0.9 resemble each other by 0.82 and more, reissued ones by 0.6 and mostly 0.75; the
// estimate's standard error is at most 0.04, so what is estimated below 0.65 is not nearly identical.
constexpr double kNearResemblance = 0.75;
constexpr double kWorthComparing = 0.65;

// A copy by its fingerprint: samples tell nothing of figures, names and quotations, so more is asked than of a text.
constexpr double kCopiedByPrint = 0.6;
constexpr double kKeptByPrint = 0.15;
constexpr std::uint64_t kSamplesByPrint = 3;

using Samples = std::vector<std::uint64_t>;

Samples story_samples(const Fingerprint& print, Day horizon, const std::function<Day(std::uint64_t)>& crossing) {
  Samples story;
  std::ranges::copy_if(print.samples, std::back_inserter(story), [&](std::uint64_t shingle) { return crossing(shingle) > horizon; });
  return story;
}

Share share_of(const Estimate& estimate) {
  constexpr double kParts = 10'000;
  return {static_cast<std::uint64_t>(estimate.value * kParts + 0.5), static_cast<std::uint64_t>(kParts)};
}

void judge_estimates(Match& match, std::uint64_t shared) {
  const double longer = std::min(match.copied.value(), match.kept.value());
  const double shorter = std::max(match.copied.value(), match.kept.value());
  const bool whole = contained_both_ways(match) >= kNearlyIdentical;
  const bool series = match.same_outlet && match.days_apart && *match.days_apart >= CopyRule{}.series_days;
  const bool story = shared >= kSamplesByPrint && shorter >= kCopiedByPrint && longer >= kKeptByPrint;
  const bool copy = (whole || story) && !series;
  match.verdict = copy ? Verdict::Copy : whole || story ? Verdict::Template : Verdict::Different;
  match.reasons = {copy ? (whole ? Reason::ContainedWhole : Reason::StoryShared) : whole || story ? Reason::Series : shared > 0 ? Reason::LittleShared : Reason::NothingShared};
  match.role = role_of(match);
}

}  // namespace

Result<Banding> banding_of(const Recipe& recipe, double recall) {
  return solve_banding({.slots = recipe.minhash_slots, .threshold = kNearResemblance, .recall = recall});
}

// Of letters, four times as many shingles are sampled, and each says less.
PassageRule passage_rule_of(const Recipe& recipe) {
  return is_by_letters(recipe) ? PassageRule{.shared = 4, .shared_if_short = 2} : PassageRule{};
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
  return prepare(article, recipe, [&](std::uint64_t shingle) { return spread.of(shingle); });
}

PreparedText prepare(const Article& article, const Recipe& recipe, const CrossingOf& crossing) {
  TokenStream tokens = tokens_by(recipe, article.body);
  mark_furniture(find_furniture(article), tokens);
  PreparedText text = prepare_text(article.body, std::move(tokens), article.headline, recipe, crossing);
  if (is_by_letters(recipe)) text.spelling = spell(article.body);
  return text;
}

PreparedText prepare_words(const Article& article, std::span<const FurnitureTokens> furniture, const Recipe& recipe, const CrossingDays& spread) {
  return prepare_words(article, furniture, recipe, [&](std::uint64_t shingle) { return spread.of(shingle); });
}

PreparedText prepare_words(const Article& article, std::span<const FurnitureTokens> furniture, const Recipe& recipe, const CrossingOf& crossing) {
  TokenStream tokens;
  tokens.repaired = hash_tokens_by(recipe, article.body, tokens.hashes);
  tokens.kinds = kinds_of(furniture, tokens.size());
  PreparedText text = prepare_words(std::move(tokens), recipe, crossing);
  if (is_by_letters(recipe)) text.spelling = spell(article.body);
  return text;
}

PreparedText with_places(const PreparedText& words, const Article& article) {
  PreparedText text = words;
  TokenStream placed = place_tokens(article.body);
  text.tokens.ranges = std::move(placed.ranges);
  text.tokens.flags = std::move(placed.flags);
  text.body = article.body;
  text.headline = headline_words(article.headline);
  return text;
}

Match judge_pair(const PreparedText& a, const PreparedText& b, const PairFacts& facts, const CopyRule& rule) {
  Match match = compare(a, b, facts);
  judge(match, rule);
  return match;
}

EstimatedMatch judge_prints(const Fingerprint& a, const Fingerprint& b, const PairFacts& facts, const Recipe& recipe,
                            const std::function<Day(std::uint64_t)>& crossing) {
  EstimatedMatch estimated;
  Match& match = estimated.match;
  match.same_outlet = facts.same_outlet;
  match.days_apart = facts.days_apart;
  match.words_a = a.words;
  match.words_b = b.words;
  const Samples story_a = story_samples(a, facts.horizon, crossing);
  const Samples story_b = story_samples(b, facts.horizon, crossing);
  const Overlap all = estimate_overlap(a.samples, b.samples, recipe.sample_one_in, recipe.sample_floor);
  const Overlap story = estimate_overlap(story_a, story_b, recipe.sample_one_in, recipe.sample_floor);
  match.jaccard_all = share_of(all.resemblance);
  match.containment_all_a_in_b = share_of(all.a_in_b);
  match.containment_all_b_in_a = share_of(all.b_in_a);
  const bool whole = contained_both_ways(match) >= kNearlyIdentical;
  estimated.copied = whole ? all.b_in_a : story.b_in_a;
  estimated.kept = whole ? all.a_in_b : story.a_in_b;
  match.copied = share_of(estimated.copied);
  match.kept = share_of(estimated.kept);
  judge_estimates(match, count_common(story_a, story_b));
  if (a.exact == b.exact) {
    match.verdict = Verdict::Copy;
    match.reasons = {Reason::IdenticalText};
  }
  return estimated;
}

bool is_nearly_identical(const Match& match) { return match.verdict == Verdict::Copy && contained_both_ways(match) >= kNearlyIdentical; }

}  // namespace wireprint
