#include "wireprint/sketch/weighted.hpp"

#include <algorithm>
#include <catch2/catch.hpp>

#include "support/random_sets.hpp"
#include "support/statistics.hpp"
#include "wireprint/sketch/minhash.hpp"

namespace wireprint {
namespace {

std::vector<std::uint64_t> sorted(std::vector<std::uint64_t> hashes) {
  std::sort(hashes.begin(), hashes.end());
  return hashes;
}

}  // namespace

TEST_CASE("a set whose weights are all one is itself") {
  const std::vector<std::uint64_t> hashes{3, 1, 2};
  CHECK(repeat_by_weight(count_repeats(hashes)) == sorted(hashes));
  CHECK(repeat_by_weight({}).empty());
}

TEST_CASE("repeats are counted, and weights of one hash add up") {
  CHECK(count_repeats(std::vector<std::uint64_t>{5, 9, 5, 5}) == std::vector<WeightedHash>{{5, 3}, {9, 1}});
  const std::vector<WeightedHash> twice{{5, 1}, {9, 1}, {5, 2}};
  const std::vector<WeightedHash> once{{5, 3}, {9, 1}};
  CHECK(repeat_by_weight(twice) == repeat_by_weight(once));
}

TEST_CASE("an element stands in the set as often as it weighs, each time as another hash") {
  auto hashes = repeat_by_weight(std::vector<WeightedHash>{{5, 3}, {9, 4}, {7, 0}});
  make_distinct(hashes);
  CHECK(hashes.size() == 7);
  CHECK(std::binary_search(hashes.begin(), hashes.end(), 5U));
  CHECK_FALSE(std::binary_search(hashes.begin(), hashes.end(), 7U));
}

TEST_CASE("the weighted resemblance is estimated without bias") {
  test::Random random(1);
  std::vector<double> estimates;
  std::vector<WeightedHash> a(20);
  std::vector<WeightedHash> b(20);
  double least = 0;
  double most = 0;
  for (std::uint32_t i = 0; i < 20; ++i) {
    a[i].weight = 1 + i % 5;
    b[i].weight = 6 - i % 4;
    least += std::min(a[i].weight, b[i].weight);
    most += std::max(a[i].weight, b[i].weight);
  }
  for (std::size_t round = 0; round < test::rounds(8000); ++round) {
    for (std::size_t i = 0; i < 20; ++i) a[i].hash = b[i].hash = random();
    estimates.push_back(estimate_resemblance(minhash(repeat_by_weight(a), 64), minhash(repeat_by_weight(b), 64)));
  }
  const auto seen = test::moments(estimates);
  CHECK(seen.mean == Approx(least / most).margin(4 * seen.error_of_mean()));
  CHECK(seen.variance < least / most * (1 - least / most) / 64);
}

}  // namespace wireprint
