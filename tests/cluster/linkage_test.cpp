#include "cluster/linkage.hpp"

#include <catch2/catch.hpp>
#include <map>
#include <optional>

#include "support/random_text.hpp"

namespace wireprint {
namespace {

using Weights = std::map<std::pair<std::uint32_t, std::uint32_t>, double>;
using Group = std::vector<std::uint32_t>;

double average(const Group& x, const Group& y, const std::vector<std::uint64_t>& sizes, const Weights& weights) {
  double sum = 0, pairs = 0;
  for (const auto a : x) {
    for (const auto b : y) {
      const auto found = weights.find(std::minmax(a, b));
      const auto both = static_cast<double>(sizes[a] * sizes[b]);
      sum += found == weights.end() ? 0.0 : found->second * both;
      pairs += both;
    }
  }
  return sum / pairs;
}

// Average linkage from its definition: all pairs of groups are averaged anew before each join.
std::vector<std::uint32_t> slow_join(const std::vector<std::uint64_t>& sizes, const Weights& weights, double least) {
  std::vector<Group> groups;
  for (std::uint32_t i = 0; i < sizes.size(); ++i) groups.push_back({i});
  for (;;) {
    double best = -1;
    std::pair<std::size_t, std::size_t> nearest;
    for (std::size_t i = 0; i < groups.size(); ++i) {
      for (std::size_t j = i + 1; j < groups.size(); ++j) {
        const double near = average(groups[i], groups[j], sizes, weights);
        if (near > best) best = near, nearest = {i, j};
      }
    }
    if (best < least) break;
    auto& kept = groups[nearest.first];
    kept.insert(kept.end(), groups[nearest.second].begin(), groups[nearest.second].end());
    groups.erase(groups.begin() + static_cast<std::ptrdiff_t>(nearest.second));
  }
  std::vector<std::uint32_t> names(sizes.size());
  for (const auto& group : groups) {
    for (const auto node : group) names[node] = group.front();
  }
  return names;
}

std::vector<std::uint32_t> join(const std::vector<std::uint64_t>& sizes, const Weights& weights, double least) {
  Linkage linkage(sizes);
  for (const auto& [pair, near] : weights) linkage.connect(pair.first, pair.second, near);
  return linkage.join(least);
}

}  // namespace

// Nearness in 64ths: such sums are exact, so that both sides see the same ties.
TEST_CASE("groups are those of average linkage done the slow way, on random graphs") {
  test::Random random(21);
  for (int round = 0; round < 300; ++round) {
    std::vector<std::uint64_t> sizes(2 + random.below(14));
    for (auto& size : sizes) size = std::uint64_t{1} << random.below(3);
    Weights weights;
    const auto nodes = static_cast<std::uint32_t>(sizes.size());
    for (std::uint32_t i = 0; i < 2 * nodes; ++i) {
      const auto a = random.below(nodes), b = random.below(nodes);
      if (a != b) weights[std::minmax(a, b)] = (1 + random.below(64)) / 64.0;
    }
    REQUIRE(join(sizes, weights, 0.25) == slow_join(sizes, weights, 0.25));
  }
}

TEST_CASE("nodes without an edge stay apart, and a pair joins from the least average on") {
  CHECK(join({1, 1}, {}, 0.25) == std::vector<std::uint32_t>{0, 1});
  CHECK(join({1, 1}, {{{0, 1}, 0.25}}, 0.25) == std::vector<std::uint32_t>{0, 0});
  CHECK(join({1, 1}, {{{0, 1}, 0.249}}, 0.25) == std::vector<std::uint32_t>{0, 1});
}

TEST_CASE("a node that stands for many articles weighs as many") {
  const Weights chain{{{0, 1}, 0.9}, {{1, 2}, 0.8}};
  CHECK(join({1, 1, 1}, chain, 0.25) == std::vector<std::uint32_t>{0, 0, 0});
  CHECK(join({9, 1, 1}, chain, 0.25) == std::vector<std::uint32_t>{0, 0, 2});
}

}  // namespace wireprint
