#include "engine/proofs.hpp"

#include "engine/pair_rules.hpp"

namespace wireprint {
namespace {

// The nights around the pairs that are compared: some 30 bytes a token.
constexpr std::size_t kWordsInMemory = 4'000'000;
constexpr std::size_t kTokensInMemory = 1'000'000;

}  // namespace

Proofs::Proofs(const Intake& intake, const Ranking& ranking, const Recipe& recipe, const CrossingDays& spread, CopyRule rule, bool keep_refused)
    : articles_(intake.run.articles),
      ranking_(ranking),
      rule_(rule),
      keep_refused_(keep_refused),
      words_(
          [&](Rank rank) {
            return std::make_shared<const PreparedText>(prepare_words(article(rank), intake.furniture[ranking_.article(rank)], recipe, spread));
          },
          kWordsInMemory),
      cache_([&](Rank rank) { return std::make_shared<const PreparedText>(with_places(*words_.get(rank), article(rank))); }, kTokensInMemory) {}

PairFacts Proofs::facts_of(Rank earlier, Rank later) const {
  const auto print = [&](Rank rank) { return Print{article(rank).outlet, ranking_.day(rank)}; };
  return wireprint::facts_of(print(earlier), print(later));
}

bool Proofs::may_be_reissue(Rank earlier, Rank later) const {
  return wireprint::may_be_reissue(facts_of(earlier, later), article(earlier).headline, article(later).headline, rule_);
}

Match Proofs::judged(Rank earlier, Rank later) {
  const auto a = cache_.get(earlier);
  const auto b = cache_.get(later);
  Match match = judge_pair(*a, *b, facts_of(earlier, later), rule_);
  match.a = earlier;
  match.b = later;
  return match;
}

Match Proofs::compare(Rank earlier, Rank later) {
  ++comparisons_;
  return judged(earlier, later);
}

void Proofs::remember(const Match& judged) {
  if (judged.verdict != Verdict::Copy && !keep_refused_) return;
  const std::lock_guard lock(mutex_);
  known_.emplace(Key{judged.b, judged.a}, judged);
}

bool Proofs::prove_nearly_identical(Rank earlier, Rank later) {
  ++comparisons_;
  if (contained_both_ways(*words_.get(earlier), *words_.get(later)) < kNearlyIdentical) return false;
  const Match match = judged(earlier, later);
  const bool identical = is_nearly_identical(match);
  if (identical) remember(match);
  return identical;
}

// Most pairs are refused on their words alone.
bool Proofs::prove(Rank earlier, Rank later) {
  if (const auto found = known(earlier, later)) return found->verdict == Verdict::Copy;
  ++comparisons_;
  if (!keep_refused_ && !may_be_copy(*words_.get(earlier), *words_.get(later), facts_of(earlier, later).horizon, rule_)) return false;
  const Match match = judged(earlier, later);
  remember(match);
  return match.verdict == Verdict::Copy;
}

std::vector<Match> Proofs::all() const {
  std::vector<Match> matches;
  for (const auto& [key, match] : known_) matches.push_back(match);
  return matches;
}

std::vector<Match> Proofs::copies() const {
  auto matches = all();
  std::erase_if(matches, [](const Match& match) { return match.verdict != Verdict::Copy; });
  return matches;
}

std::optional<Match> Proofs::known(Rank earlier, Rank later) {
  const std::lock_guard lock(mutex_);
  const auto found = known_.find({later, earlier});
  return found != known_.end() ? std::optional(found->second) : std::nullopt;
}

std::optional<SharedStory> Proofs::shared(Rank earlier, Rank later) {
  if (known(earlier, later)) return std::nullopt;
  return shared_story(*words_.get(earlier), *words_.get(later), facts_of(earlier, later).horizon, kNearlyIdentical);
}

Match Proofs::match(Rank earlier, Rank later) {
  const auto found = known(earlier, later);
  return found ? *found : compare(earlier, later);
}

}  // namespace wireprint
