#include "report/selection.hpp"

#include <algorithm>
#include <optional>

namespace wireprint {
namespace {

bool nine_tenths(Share share) { return share.whole > 0 && 10 * share.part >= 9 * share.whole; }

ArticleId survivor_of(const ClusterRun& run, const Cluster& cluster) {
  const auto better = [&](const Member& x, const Member& y) {
    const JudgedArticle& one = run.articles[x.article];
    const JudgedArticle& other = run.articles[y.article];
    return one.words != other.words ? one.words > other.words : one.article.key < other.article.key;
  };
  return std::min_element(cluster.members.begin(), cluster.members.end(), better)->article;
}

/// What is known of each member and the one of its cluster that survives. By ArticleId.
struct BesideSurvivor {
  std::vector<ArticleId> survivor;
  std::vector<std::optional<Share>> standing_in_it;  ///< of the member's story words
};

// A member's shares are towards the original, so they tell of the survivor where one of the two is the original.
void learn_from_members(const Cluster& cluster, ArticleId survivor, BesideSurvivor& known) {
  for (const Member& member : cluster.members) {
    known.survivor[member.article] = survivor;
    if (survivor == cluster.original) known.standing_in_it[member.article] = member.copied;
    if (member.article == survivor) known.standing_in_it[cluster.original] = member.kept;
  }
}

void learn_from_match(const Match& match, BesideSurvivor& known) {
  if (known.survivor[match.a] != known.survivor[match.b]) return;
  if (known.survivor[match.b] == match.a) known.standing_in_it[match.b] = match.copied;
  if (known.survivor[match.a] == match.b) known.standing_in_it[match.a] = match.kept;
}

BesideSurvivor look_up(const ClusterRun& run) {
  BesideSurvivor known{std::vector<ArticleId>(run.articles.size()), std::vector<std::optional<Share>>(run.articles.size())};
  for (ArticleId id = 0; id < run.articles.size(); ++id) known.survivor[id] = id;
  for (const Cluster& cluster : run.clusters) learn_from_members(cluster, survivor_of(run, cluster), known);
  for (const Match& match : run.matches) learn_from_match(match, known);
  return known;
}

bool is_readable(const JudgedArticle& judged) {
  return judged.status != Status::Error && judged.status != Status::Superseded;
}

}  // namespace

std::vector<bool> selected_articles(const ClusterRun& run) {
  const BesideSurvivor known = look_up(run);
  std::vector<bool> selected(run.articles.size());
  for (ArticleId id = 0; id < run.articles.size(); ++id) {
    const auto& share = known.standing_in_it[id];
    const bool said_elsewhere = known.survivor[id] != id && share && nine_tenths(*share);
    selected[id] = is_readable(run.articles[id]) && !said_elsewhere;
  }
  return selected;
}

}  // namespace wireprint
