#include "wireprint/cluster/components.hpp"

#include <catch2/catch.hpp>
#include <numeric>

namespace wireprint {
namespace {

using Members = std::vector<ArticleId>;

Members alone(ArticleId count) {
  Members leader(count);
  std::iota(leader.begin(), leader.end(), ArticleId{0});
  return leader;
}

std::vector<Members> members_of(const std::vector<Component>& components) {
  std::vector<Members> all;
  for (const auto& component : components) all.push_back(component.members);
  return all;
}

// Each of [from, to) is a copy of each other.
void add_story(std::vector<Edge>& edges, ArticleId from, ArticleId to, Share nearness) {
  for (ArticleId b = from; b < to; ++b) {
    for (ArticleId a = from; a < b; ++a) edges.push_back({a, b, nearness});
  }
}

}  // namespace

TEST_CASE("articles without a copy stand in no component") {
  CHECK(find_components(alone(3), {}).empty());
  CHECK(members_of(find_components(alone(3), std::vector<Edge>{{0, 2, {9, 10}}})) == std::vector<Members>{{0, 2}});
}

TEST_CASE("two stories that hang together by one weak edge are cut") {
  std::vector<Edge> edges;
  add_story(edges, 0, 4, {9, 10});
  add_story(edges, 4, 8, {9, 10});
  edges.push_back({3, 4, {5, 10}});
  CHECK(members_of(find_components(alone(8), edges)) == std::vector<Members>{{0, 1, 2, 3}, {4, 5, 6, 7}});
}

TEST_CASE("one strong edge is no bridge between two large stories either") {
  std::vector<Edge> edges;
  add_story(edges, 0, 4, {1, 1});
  add_story(edges, 4, 8, {1, 1});
  edges.push_back({3, 4, {9, 10}});
  CHECK(members_of(find_components(alone(8), edges)) == std::vector<Members>{{0, 1, 2, 3}, {4, 5, 6, 7}});
}

TEST_CASE("a chain of versions is not dragged together") {
  std::vector<Edge> edges;
  for (ArticleId id = 1; id < 12; ++id) edges.push_back({id - 1, id, {6, 10}});
  const auto components = find_components(alone(12), edges);
  CHECK(components.size() >= 3);
  for (const auto& component : components) CHECK(component.members.size() <= 4);
}

TEST_CASE("copies of one source stay together though they are no copies of each other") {
  const std::vector<Edge> edges{{0, 1, {9, 10}}, {0, 2, {8, 10}}};
  CHECK(members_of(find_components(alone(3), edges)) == std::vector<Members>{{0, 1, 2}});
}

TEST_CASE("nearly identical texts stand and fall together") {
  const Members leader{0, 0, 0, 3, 3, 5};
  const std::vector<Edge> edges{{0, 1, {1, 1}}, {0, 2, {1, 1}}, {3, 4, {1, 1}}, {3, 5, {6, 10}}};
  CHECK(members_of(find_components(leader, edges)) == std::vector<Members>{{0, 1, 2}, {3, 4, 5}});
}

TEST_CASE("the weakest is the least of the edges that hold a component together") {
  const std::vector<Edge> edges{{0, 1, {9, 10}}, {1, 2, {8, 10}}, {0, 2, {5, 10}}};
  const auto components = find_components(alone(3), edges);
  REQUIRE(components.size() == 1);
  CHECK(components[0].weakest == Share{8, 10});
}

TEST_CASE("the weakest is the least probable one where all edges of the component were judged") {
  std::vector<Edge> edges{{0, 1, {9, 10}, Share{95, 100}}, {1, 2, {8, 10}, Share{60, 100}}, {0, 2, {7, 10}, Share{70, 100}}};
  edges.push_back({3, 4, {6, 10}});
  const auto components = find_components(alone(5), edges);
  REQUIRE(components.size() == 2);
  CHECK(components[0].weakest == Share{70, 100});
  CHECK(components[1].weakest == Share{6, 10});
  edges[0].probability.reset();
  CHECK(find_components(alone(5), edges)[0].weakest == Share{8, 10});
}

TEST_CASE("the order of the edges changes nothing") {
  std::vector<Edge> edges;
  for (ArticleId b = 1; b < 20; ++b) {
    for (ArticleId a = 0; a < b; ++a) {
      if ((a * 7 + b * 3) % 5 == 0) edges.push_back({a, b, {1 + (a + b) % 9, 10}});
    }
  }
  const auto forward = find_components(alone(20), edges);
  std::reverse(edges.begin(), edges.end());
  CHECK(members_of(find_components(alone(20), edges)) == members_of(forward));
  CHECK(forward.size() >= 2);
}

TEST_CASE("ten thousand prints of one text are one component") {
  const Members leader(10'000, 0);
  std::vector<Edge> edges;
  for (ArticleId id = 1; id < 10'000; ++id) edges.push_back({0, id, {1, 1}});
  const auto components = find_components(leader, edges);
  REQUIRE(components.size() == 1);
  CHECK(components[0].members.size() == 10'000);
}

}  // namespace wireprint
