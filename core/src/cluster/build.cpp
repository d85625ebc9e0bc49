#include "wireprint/cluster/build.hpp"

#include <algorithm>

#include "wireprint/cluster/components.hpp"
#include "wireprint/verify/coefficients.hpp"
#include "wireprint/verify/judgement.hpp"

namespace wireprint {
namespace {

std::span<const Match> copies_from(std::span<const Match> copies, ArticleId later) {
  const auto range = std::ranges::equal_range(copies, later, {}, &Match::b);
  return {range.begin(), range.end()};
}

// The earlier member that `id` copied most from; the original where no copy says more.
ArticleId source_of(ArticleId id, ArticleId original, std::span<const ArticleId> members, std::span<const Match> copies) {
  ArticleId source = original;
  double most = -1.0;
  for (const auto& copy : copies_from(copies, id)) {
    if (copy.copied.value() <= most || !std::ranges::binary_search(members, copy.a)) continue;
    source = copy.a;
    most = copy.copied.value();
  }
  return source;
}

// What an earlier text is towards a later one from which it would have been made.
Role seen_from_later(Role role) {
  if (role == Role::Trimmed) return Role::Extended;
  if (role == Role::Extended) return Role::Trimmed;
  return role;
}

Member describe(ArticleId id, ArticleId original, std::span<const ArticleId> members, const Relations& relations) {
  if (id == original) return {id, Role::Original, {1, 1}, {1, 1}, std::nullopt, std::nullopt};
  const Match match = relations.compare(std::min(id, original), std::max(id, original));
  if (id < original) return {id, seen_from_later(match.role), match.kept, match.copied, original, probability_of(match)};
  return {id, match.role, match.copied, match.kept, source_of(id, original, members, relations.copies), probability_of(match)};
}

Cluster build_cluster(const Component& component, const Relations& relations) {
  std::vector<ArticleFacts> own;
  for (const ArticleId id : component.members) own.push_back(relations.facts[id]);
  const auto choice = choose_original(own);

  Cluster cluster;
  cluster.original = component.members[choice.position];
  cluster.original_by = choice.by;
  cluster.weakest = component.weakest;
  for (const ArticleId id : component.members) cluster.members.push_back(describe(id, cluster.original, component.members, relations));
  return cluster;
}

}  // namespace

std::vector<Cluster> build_clusters(const Relations& relations, const Executor& executor) {
  std::vector<Edge> edges;
  for (const auto& copy : relations.copies) {
    edges.push_back({copy.a, copy.b, relations.nearness ? relations.nearness(copy) : nearness_of(copy), probability_of(copy)});
  }
  const auto components = find_components(relations.leader, edges);
  std::vector<Cluster> clusters(components.size());
  executor.for_each(components.size(), [&](std::size_t i) { clusters[i] = build_cluster(components[i], relations); });
  std::ranges::sort(clusters, {}, &Cluster::original);
  return clusters;
}

}  // namespace wireprint
