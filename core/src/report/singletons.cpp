#include <algorithm>

#include "report/story_facts.hpp"
#include "wireprint/report/lines.hpp"

namespace wireprint {
namespace {

bool comes_before(const Article& x, const Article& y) {
  if (x.published.known() != y.published.known()) return x.published.known();
  if (x.published.seconds != y.published.seconds) return x.published.seconds < y.published.seconds;
  return x.key < y.key;
}

Cluster cluster_of_one(ArticleId id) {
  const Member itself{.article = id, .role = Role::Original, .copied = {1, 1}, .kept = {1, 1}, .source = {}};
  return {.members = {itself}, .original = id, .original_by = OriginalBy::Time, .weakest = {}};
}

}  // namespace

std::vector<Cluster> with_singletons(const ClusterRun& run) {
  std::vector<Cluster> stories = run.clusters;
  for (ArticleId id = 0; id < run.articles.size(); ++id) {
    const JudgedArticle& judged = run.articles[id];
    if (!judged.cluster && !judged.reference && carries_a_story(judged)) stories.push_back(cluster_of_one(id));
  }
  std::stable_sort(stories.begin(), stories.end(), [&](const Cluster& x, const Cluster& y) {
    return comes_before(run.articles[x.original].article, run.articles[y.original].article);
  });
  return stories;
}

}  // namespace wireprint
