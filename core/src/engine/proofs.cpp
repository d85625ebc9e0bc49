#include "engine/proofs.hpp"

#include "wireprint/text/furniture.hpp"
#include "wireprint/text/tokenizer.hpp"

namespace wireprint {
namespace {

constexpr std::size_t kTokensInMemory = 8'000'000;  // some 400 MB: the nights around the pairs that are compared

PreparedText prepare(const Article& article, const Recipe& recipe, const CrossingDays& spread) {
  TokenStream tokens = tokenize(article.body);
  mark_furniture(find_furniture(article), tokens);
  return prepare_text(article.body, std::move(tokens), recipe, spread);
}

}  // namespace

Proofs::Proofs(const std::vector<JudgedArticle>& articles, const Ranking& ranking, const Recipe& recipe, const CrossingDays& spread, CopyRule rule,
               bool keep_refused)
    : ranking_(ranking),
      recipe_(recipe),
      rule_(rule),
      keep_refused_(keep_refused),
      cache_([&](Rank rank) { return prepare(articles[ranking.article(rank)].article, recipe, spread); }, kTokensInMemory) {}

Match Proofs::compare(Rank earlier, Rank later) {
  const auto a = cache_.get(earlier);
  const auto b = cache_.get(later);
  Match match = wireprint::compare(*a, *b, furniture_horizon(ranking_.day(earlier), ranking_.day(later)), recipe_);
  match.a = earlier;
  match.b = later;
  judge(match, rule_);
  ++comparisons_;
  return match;
}

Match Proofs::prove(Rank earlier, Rank later) {
  Match match = compare(earlier, later);
  if (match.verdict != Verdict::Copy && !keep_refused_) return match;
  const std::lock_guard lock(mutex_);
  known_.emplace(Key{later, earlier}, match);
  return match;
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
