#include "wireprint/cluster/components.hpp"

#include <algorithm>
#include <map>
#include <tuple>

#include "cluster/linkage.hpp"
#include "cluster/union_find.hpp"

namespace wireprint {
namespace {

using Members = std::vector<ArticleId>;

// The leaders of each connected component of two leaders and more, and the edges among them.
struct Connected {
  Members leaders;
  std::vector<Edge> edges;
};

std::vector<Connected> connected_leaders(std::span<const ArticleId> leader, std::span<const Edge> edges) {
  UnionFind sets(leader.size());
  for (const auto& edge : edges) sets.merge(leader[edge.a], leader[edge.b]);
  std::map<ArticleId, Connected> by_root;
  for (const auto& edge : edges) {
    if (leader[edge.a] != leader[edge.b]) by_root[sets.find(leader[edge.a])].edges.push_back({leader[edge.a], leader[edge.b], edge.nearness});
  }
  for (ArticleId id = 0; id < leader.size(); ++id) {
    const auto found = leader[id] == id ? by_root.find(sets.find(id)) : by_root.end();
    if (found != by_root.end()) found->second.leaders.push_back(id);
  }
  std::vector<Connected> connected;
  for (auto& [root, component] : by_root) connected.push_back(std::move(component));
  return connected;
}

// Gives each leader the smallest leader of its story.
void link(const Connected& connected, const std::vector<std::uint64_t>& group_sizes, std::vector<ArticleId>& story) {
  std::map<ArticleId, std::uint32_t> node_of;
  std::vector<std::uint64_t> sizes;
  for (const ArticleId id : connected.leaders) {
    node_of[id] = static_cast<std::uint32_t>(sizes.size());
    sizes.push_back(group_sizes[id]);
  }
  Linkage linkage(std::move(sizes));
  for (const auto& edge : connected.edges) linkage.connect(node_of[edge.a], node_of[edge.b], edge.nearness.value());
  const auto groups = linkage.join(kLeastLinkage);
  for (std::size_t node = 0; node < groups.size(); ++node) story[connected.leaders[node]] = connected.leaders[groups[node]];
}

struct Link {
  ArticleId a = 0, b = 0;
  Share strength;
};

// The edges inside the stories, each as strong as it is probable; as it is near, in a story of which one has no probability.
std::vector<Link> links_of(std::span<const Edge> edges, std::span<const ArticleId> story) {
  std::vector<bool> judged(story.size(), true);
  for (const auto& edge : edges) {
    if (story[edge.a] == story[edge.b] && !edge.probability) judged[story[edge.a]] = false;
  }
  std::vector<Link> links;
  for (const auto& edge : edges) {
    if (story[edge.a] == story[edge.b]) links.push_back({edge.a, edge.b, judged[story[edge.a]] ? *edge.probability : edge.nearness});
  }
  return links;
}

// Of each story, the weakest link of its maximum spanning tree (Kruskal 1956).
std::map<ArticleId, Share> weakest_links(std::vector<Link> links, std::span<const ArticleId> story) {
  std::ranges::sort(links, {}, [](const Link& link) { return std::tuple(-link.strength.value(), link.b, link.a); });
  UnionFind sets(story.size());
  std::map<ArticleId, Share> weakest;
  for (const Link& link : links) {
    if (sets.merge(link.a, link.b)) weakest[story[link.a]] = link.strength;
  }
  return weakest;
}

}  // namespace

std::vector<Component> find_components(std::span<const ArticleId> leader, std::span<const Edge> edges) {
  std::vector<std::uint64_t> group_sizes(leader.size(), 0);
  for (const ArticleId id : leader) ++group_sizes[id];
  std::vector<ArticleId> story(leader.begin(), leader.end());
  for (const auto& connected : connected_leaders(leader, edges)) link(connected, group_sizes, story);
  for (ArticleId id = 0; id < leader.size(); ++id) story[id] = story[leader[id]];

  const auto weakest = weakest_links(links_of(edges, story), story);
  std::map<ArticleId, Component> by_story;
  for (ArticleId id = 0; id < leader.size(); ++id) {
    const auto found = weakest.find(story[id]);
    if (found == weakest.end()) continue;  // alone
    by_story[story[id]].members.push_back(id);
    by_story[story[id]].weakest = found->second;
  }
  std::vector<Component> components;
  for (auto& [id, component] : by_story) components.push_back(std::move(component));
  return components;
}

}  // namespace wireprint
