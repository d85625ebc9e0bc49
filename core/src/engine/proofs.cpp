#include "engine/proofs.hpp"

#include <cstdlib>

#include "wireprint/text/furniture.hpp"
#include "wireprint/text/tokenizer.hpp"

namespace wireprint {
namespace {

constexpr std::size_t kTokensInMemory = 4'000'000;  // some 200 MB: the nights around the pairs that are compared

PreparedText prepare(const Article& article, const Recipe& recipe, const CrossingDays& spread) {
  TokenStream tokens = tokenize(article.body);
  mark_furniture(find_furniture(article), tokens);
  return prepare_text(article.body, std::move(tokens), article.headline, recipe, spread);
}

}  // namespace

Proofs::Proofs(const std::vector<JudgedArticle>& articles, const Ranking& ranking, const Recipe& recipe, const CrossingDays& spread, CopyRule rule,
               bool keep_refused)
    : articles_(articles),
      ranking_(ranking),
      rule_(rule),
      keep_refused_(keep_refused),
      cache_([&](Rank rank) { return prepare(articles[ranking.article(rank)].article, recipe, spread); }, kTokensInMemory) {}

PairFacts Proofs::facts_of(Rank earlier, Rank later) const {
  const std::string& outlet = articles_[ranking_.article(earlier)].article.outlet;
  const auto day_a = ranking_.day(earlier);
  const auto day_b = ranking_.day(later);
  PairFacts facts;
  facts.horizon = furniture_horizon(day_a, day_b);
  facts.same_outlet = !outlet.empty() && outlet == articles_[ranking_.article(later)].article.outlet;
  if (day_a && day_b) facts.days_apart = std::abs(*day_b - *day_a);
  return facts;
}

bool Proofs::may_be_reissue(Rank earlier, Rank later) const {
  if (facts_of(earlier, later).same_outlet) return false;
  const auto a = headline_words(articles_[ranking_.article(earlier)].article.headline);
  const auto b = headline_words(articles_[ranking_.article(later)].article.headline);
  return headline_likeness(a, b).value() >= rule_.same_headline;
}

Match Proofs::compare(Rank earlier, Rank later) {
  const auto a = cache_.get(earlier);
  const auto b = cache_.get(later);
  Match match = wireprint::compare(*a, *b, facts_of(earlier, later));
  match.a = earlier;
  match.b = later;
  judge(match, rule_);
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
