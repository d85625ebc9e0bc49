#include "report/article_record.hpp"

#include "report/story_facts.hpp"

namespace wireprint {
namespace {

constexpr Share kAll{1, 1};

ArticleRecord alone(const JudgedArticle& judged, bool selected) {
  ArticleRecord record{.judged = &judged, .selected = selected};
  if (!carries_a_story(judged)) return record;
  record.original = &judged;
  record.cluster = judged.article.key.text;
  record.cluster_size = 1;
  record.role = Role::Original;
  record.copied = record.kept = kAll;
  return record;
}

}  // namespace

ArticleRecord article_record(const ClusterRun& run, ArticleId id, const Member* member, bool selected) {
  const JudgedArticle& judged = run.articles[id];
  if (member == nullptr) return alone(judged, selected);
  const Cluster& cluster = run.clusters[*judged.cluster];
  return {.judged = &judged,
          .original = &run.articles[cluster.original],
          .source = member->source ? &run.articles[*member->source] : nullptr,
          .cluster = id_of(run, cluster),
          .cluster_size = cluster.members.size(),
          .role = member->role,
          .copied = member->copied,
          .kept = member->kept,
          .selected = selected};
}

}  // namespace wireprint
