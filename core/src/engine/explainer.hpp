// Answers to "why": one article as it was read, or why a pair was joined or not.
#pragma once

#include <optional>
#include <string>
#include <utility>

#include "engine/judging.hpp"
#include "wireprint/report/explanation.hpp"

namespace wireprint {

class Explainer {
 public:
  Explainer(const ClusterRun& run, Judging& judging) : run_(run), judging_(judging) {}

  [[nodiscard]] Result<ArticleExplanation> article(const std::string& key) const;
  [[nodiscard]] Result<PairExplanation> pair(const std::string& a, const std::string& b) const;

 private:
  [[nodiscard]] Result<ArticleId> find(const std::string& key) const;
  [[nodiscard]] Result<Rank> find_judged(const std::string& key) const;
  [[nodiscard]] std::vector<Match> nearest(Rank rank) const;
  [[nodiscard]] PairFate fate_of(Rank a, Rank b, Verdict verdict) const;
  [[nodiscard]] std::optional<std::pair<ArticleId, ArticleId>> in_place_of(Rank a, Rank b) const;
  [[nodiscard]] Match in_articles(Match match) const;

  const ClusterRun& run_;
  Judging& judging_;
};

}  // namespace wireprint
