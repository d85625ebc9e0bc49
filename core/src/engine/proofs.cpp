#include "engine/proofs.hpp"

#include "engine/pair_rules.hpp"

namespace wireprint {
namespace {

constexpr std::size_t kTokensInMemory = 4'000'000;  // some 200 MB: the nights around the pairs that are compared

}  // namespace

Proofs::Proofs(const std::vector<JudgedArticle>& articles, const Ranking& ranking, const Recipe& recipe, const CrossingDays& spread, CopyRule rule,
               bool keep_refused)
    : articles_(articles),
      ranking_(ranking),
      rule_(rule),
      keep_refused_(keep_refused),
      cache_([&](Rank rank) { return std::make_shared<const PreparedText>(prepare(article(rank), recipe, spread)); }, kTokensInMemory) {}

PairFacts Proofs::facts_of(Rank earlier, Rank later) const {
  const auto print = [&](Rank rank) { return Print{article(rank).outlet, ranking_.day(rank)}; };
  return wireprint::facts_of(print(earlier), print(later));
}

bool Proofs::may_be_reissue(Rank earlier, Rank later) const {
  return wireprint::may_be_reissue(facts_of(earlier, later), article(earlier).headline, article(later).headline, rule_);
}

Match Proofs::compare(Rank earlier, Rank later) {
  const auto a = cache_.get(earlier);
  const auto b = cache_.get(later);
  Match match = judge_pair(*a, *b, facts_of(earlier, later), rule_);
  match.a = earlier;
  match.b = later;
  ++comparisons_;
  return match;
}

void Proofs::remember(const Match& judged) {
  if (judged.verdict != Verdict::Copy && !keep_refused_) return;
  const std::lock_guard lock(mutex_);
  known_.emplace(Key{judged.b, judged.a}, judged);
}

Match Proofs::prove(Rank earlier, Rank later) {
  Match judged = match(earlier, later);
  remember(judged);
  return judged;
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

Match Proofs::match(Rank earlier, Rank later) {
  {
    const std::lock_guard lock(mutex_);
    const auto found = known_.find({later, earlier});
    if (found != known_.end()) return found->second;
  }
  return compare(earlier, later);
}

}  // namespace wireprint
