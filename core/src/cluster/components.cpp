#include "wireprint/cluster/components.hpp"

#include <algorithm>
#include <map>
#include <tuple>

#include "cluster/union_find.hpp"

namespace wireprint {
namespace {

// The strongest first, so that the edges that join something are those of a maximum spanning tree (Kruskal 1956).
std::vector<const Match*> by_strength(std::span<const Match> copies) {
  std::vector<const Match*> edges;
  for (const auto& copy : copies) edges.push_back(&copy);
  std::sort(edges.begin(), edges.end(), [](const Match* x, const Match* y) {
    return std::tuple(-strength_of(*x).value(), x->b, x->a) < std::tuple(-strength_of(*y).value(), y->b, y->a);
  });
  return edges;
}

}  // namespace

Share strength_of(const Match& copy) { return copy.copied.value() >= copy.kept.value() ? copy.copied : copy.kept; }

std::vector<Component> find_components(std::size_t articles, std::span<const Match> copies) {
  UnionFind sets(articles);
  std::map<ArticleId, Share> weakest;  // by root
  for (const Match* edge : by_strength(copies)) {
    if (sets.merge(edge->a, edge->b)) weakest[sets.find(edge->a)] = strength_of(*edge);
  }
  std::map<ArticleId, Component> by_root;
  for (ArticleId id = 0; id < articles; ++id) by_root[sets.find(id)].members.push_back(id);
  std::vector<Component> components;
  for (auto& [root, component] : by_root) {
    if (component.members.size() < 2) continue;
    component.weakest = weakest[root];
    components.push_back(std::move(component));
  }
  return components;
}

}  // namespace wireprint
