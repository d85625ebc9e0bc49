#include "wireprint/sketch/sample.hpp"

#include <algorithm>
#include <catch2/catch.hpp>

#include "support/random_sets.hpp"

namespace wireprint {
namespace {

bool holds(const std::vector<std::uint64_t>& sample, std::uint64_t h) { return std::binary_search(sample.begin(), sample.end(), h); }

}  // namespace

TEST_CASE("a long text keeps all its shingles below the bound, and no other") {
  test::Random random(1);
  const auto shingles = test::random_hashes(4000, random);
  const auto sample = sample_shingles(shingles, 8, 16);
  for (const std::uint64_t h : shingles) REQUIRE(holds(sample, h) == (h < sample_bound(8)));
  CHECK(sample.size() > 400);
  CHECK(sample.size() < 600);
}

TEST_CASE("a short text keeps its sixteen smallest shingles, and a shorter one all of them") {
  test::Random random(2);
  auto shingles = test::random_hashes(60, random);
  const auto sample = sample_shingles(shingles, 1000, 16);
  make_distinct(shingles);
  CHECK(sample == std::vector(shingles.begin(), shingles.begin() + 16));
  shingles.resize(9);
  CHECK(sample_shingles(shingles, 1000, 16) == shingles);
}

TEST_CASE("a sample is sorted and distinct, whatever the order and repeats of its text") {
  test::Random random(3);
  auto shingles = test::random_hashes(300, random);
  const auto sample = sample_shingles(shingles, 8, 16);
  shingles.insert(shingles.end(), shingles.begin(), shingles.end());
  std::reverse(shingles.begin(), shingles.end());
  CHECK(sample_shingles(shingles, 8, 16) == sample);
  CHECK(std::adjacent_find(sample.begin(), sample.end(), std::greater_equal<>()) == sample.end());
  CHECK(sample_shingles({}, 8, 16).empty());
}

TEST_CASE("a shingle repeated often does not fill the floor") {
  std::vector<std::uint64_t> shingles(100, 5);
  shingles.push_back(~std::uint64_t{0});
  CHECK(sample_shingles(shingles, 8, 16) == std::vector<std::uint64_t>{5, ~std::uint64_t{0}});
}

TEST_CASE("of a shared shingle below the bound two texts keep both or neither, however unlike they are") {
  test::Random random(4);
  const auto pair = test::random_pair({500, 30, 20000}, random);
  const auto a = sample_shingles(pair.a, 8, 16);
  const auto b = sample_shingles(pair.b, 8, 16);
  for (std::size_t i = 0; i < 500; ++i) REQUIRE(holds(a, pair.a[i]) == holds(b, pair.a[i]));
}

TEST_CASE("one shingle in one is all of them but the greatest hash there is") {
  CHECK(sample_shingles(std::vector<std::uint64_t>{1, ~std::uint64_t{0} - 1}, 1, 1).size() == 2);
}

}  // namespace wireprint
