#include "engine/ranking.hpp"

#include <algorithm>

#include "engine/reading.hpp"

namespace wireprint {

Ranking::Ranking(const std::vector<JudgedArticle>& articles, const std::vector<bool>& agency_own) : ranks_(articles.size()) {
  const auto facts_of = [&](ArticleId id) {
    const auto& judged = articles[id];
    return ArticleFacts{judged.article.published, judged.article.key.text, agency_own[id], judged.story_words};
  };
  for (ArticleId id = 0; id < articles.size(); ++id) {
    if (is_judged(articles[id].status)) order_.push_back(id);
  }
  // Only a reference has the key of another article: it was there before.
  std::sort(order_.begin(), order_.end(), [&](ArticleId a, ArticleId b) {
    const auto x = facts_of(a);
    const auto y = facts_of(b);
    return earlier(x, y) || (!earlier(y, x) && articles[a].reference && !articles[b].reference);
  });
  for (Rank rank = 0; rank < order_.size(); ++rank) {
    facts_.push_back(facts_of(order_[rank]));
    ranks_[order_[rank]] = rank;
  }
}

std::optional<Day> Ranking::day(Rank rank) const {
  const Timestamp& published = facts_[rank].published;
  if (!published.known()) return std::nullopt;
  return static_cast<Day>(published.day());
}

}  // namespace wireprint
