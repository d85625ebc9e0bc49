#include "report/selection.hpp"

#include <algorithm>
#include <optional>
#include <tuple>

namespace wireprint {
namespace {

const Key& key_of(const ClusterRun& run, ArticleId id) { return run.articles[id].article.key; }

// Matches are sorted by the keys of their articles.
const Match* find_match(const ClusterRun& run, ArticleId a, ArticleId b) {
  const auto wanted = std::tie(key_of(run, a), key_of(run, b));
  const auto before = [&](const Match& match, const auto& keys) {
    return std::tie(key_of(run, match.a), key_of(run, match.b)) < keys;
  };
  const auto found = std::lower_bound(run.matches.begin(), run.matches.end(), wanted, before);
  return found != run.matches.end() && found->a == a && found->b == b ? &*found : nullptr;
}

std::optional<Share> share_standing_in(const ClusterRun& run, const Cluster& cluster, const Member& member,
                                       ArticleId survivor) {
  if (survivor == cluster.original) return member.copied;
  if (const Match* match = find_match(run, survivor, member.article)) return match->copied;
  if (const Match* match = find_match(run, member.article, survivor)) return match->kept;
  if (member.article != cluster.original) return std::nullopt;
  const auto other = std::find_if(cluster.members.begin(), cluster.members.end(),
                                  [&](const Member& m) { return m.article == survivor; });
  return other == cluster.members.end() ? std::nullopt : std::optional(other->kept);
}

bool nine_tenths(Share share) { return share.whole > 0 && 10 * share.part >= 9 * share.whole; }

}  // namespace

ArticleId survivor_of(const ClusterRun& run, const Cluster& cluster) {
  const auto better = [&](const Member& x, const Member& y) {
    const std::uint32_t words_x = run.articles[x.article].words;
    const std::uint32_t words_y = run.articles[y.article].words;
    return words_x != words_y ? words_x > words_y : key_of(run, x.article) < key_of(run, y.article);
  };
  return std::min_element(cluster.members.begin(), cluster.members.end(), better)->article;
}

bool stays_beside(const ClusterRun& run, const Cluster& cluster, const Member& member, ArticleId survivor) {
  if (member.article == survivor) return true;
  const auto share = share_standing_in(run, cluster, member, survivor);
  return !share || !nine_tenths(*share);
}

}  // namespace wireprint
