#include "index/jaccard_join.hpp"

#include <catch2/catch.hpp>

#include <random>

#include "wireprint/sketch/shingles.hpp"

namespace wireprint {
namespace {

using Sets = std::vector<std::vector<std::uint64_t>>;
using Pairs = std::vector<std::pair<ArticleId, ArticleId>>;

// Families of sets that differ by a few elements, and elements that nearly all of them hold.
Sets some_sets(unsigned seed) {
  std::mt19937_64 random(seed);
  Sets sets;
  for (int family = 0; family < 30; ++family) {
    std::vector<std::uint64_t> base;
    for (std::uint64_t i = random() % 40; i > 0; --i) base.push_back(random() % 300);
    for (int member = 0; member < 5; ++member) {
      auto set = base;
      for (int i = 0; i < member; ++i) set.push_back(random() % 300);
      if (!set.empty() && member > 2) set.erase(set.begin());
      make_distinct(set);
      sets.push_back(set);
    }
  }
  return sets;
}

Pairs every_pair(const Sets& sets, double threshold) {
  Pairs pairs;
  for (ArticleId b = 0; b < sets.size(); ++b) {
    for (ArticleId a = 0; a < b; ++a) {
      const auto common = static_cast<double>(count_common(sets[a], sets[b]));
      const auto all = static_cast<double>(sets[a].size() + sets[b].size()) - common;
      if (all > 0 && !sets[a].empty() && !sets[b].empty() && common >= threshold * all - 1e-9) pairs.emplace_back(a, b);
    }
  }
  return pairs;
}

}  // namespace

TEST_CASE("the prefix filter finds the pairs that brute force finds, at any threshold") {
  for (unsigned seed = 0; seed < 20; ++seed) {
    const Sets sets = some_sets(seed);
    for (const double threshold : {0.05, 0.3, 0.5, 0.8, 0.9, 1.0}) {
      const Pairs found = jaccard_join(sets, threshold, Executor(2));
      CHECK(found == every_pair(sets, threshold));
      CHECK_FALSE(found.empty());
    }
  }
}

TEST_CASE("a resemblance that is the threshold itself is enough") {
  CHECK(jaccard_join({{1, 2, 3, 4}, {1, 2, 3, 4, 5}}, 0.8, Executor(1)) == Pairs{{0, 1}});
  CHECK(jaccard_join({{1, 2, 3, 4}, {1, 2, 3, 5, 6}}, 0.5, Executor(1)) == Pairs{{0, 1}});
  CHECK(jaccard_join({{1, 2, 3, 4}, {1, 2, 3, 5, 6}}, 0.501, Executor(1)).empty());
  CHECK(jaccard_join({{}, {}, {1}}, 0.1, Executor(1)).empty());
}

}  // namespace wireprint
