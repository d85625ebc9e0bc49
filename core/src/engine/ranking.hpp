// The articles of a run that are judged, in the order of time. The stages below the engine speak of ranks: positions in
// this order, so that what they find depends on the set of articles alone.
#pragma once

#include <optional>
#include <vector>

#include "wireprint/cluster/original.hpp"
#include "wireprint/report/run.hpp"
#include "wireprint/spread/crossing_days.hpp"

namespace wireprint {

using Rank = ArticleId;

class Ranking {
 public:
  Ranking(const std::vector<JudgedArticle>& articles, const std::vector<bool>& agency_own);

  [[nodiscard]] std::size_t size() const { return order_.size(); }
  [[nodiscard]] ArticleId article(Rank rank) const { return order_[rank]; }
  [[nodiscard]] std::optional<Rank> rank_of(ArticleId article) const { return ranks_[article]; }  ///< none for one that is not judged
  [[nodiscard]] const ArticleFacts& facts(Rank rank) const { return facts_[rank]; }
  [[nodiscard]] const std::vector<ArticleFacts>& all_facts() const { return facts_; }
  [[nodiscard]] std::optional<Day> day(Rank rank) const;

 private:
  std::vector<ArticleId> order_;
  std::vector<ArticleFacts> facts_;
  std::vector<std::optional<Rank>> ranks_;
};

}  // namespace wireprint
