#include "wireprint/sketch/shingles.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <set>

#include "support/random_sets.hpp"

namespace wireprint {
namespace {

std::vector<std::uint64_t> shingles_of(std::span<const std::uint64_t> tokens, int k, std::uint64_t seed = 0) {
  std::vector<std::uint64_t> shingles;
  hash_shingles(tokens, k, seed, shingles);
  return shingles;
}

}  // namespace

TEST_CASE("shingles rolled over a text are those of each of its windows hashed afresh") {
  const int k = GENERATE(1, 2, 5, 32);
  test::Random random(1);
  const auto tokens = test::random_hashes(100, random);
  const auto rolled = shingles_of(tokens, k, 9);
  const auto width = static_cast<std::size_t>(k);
  REQUIRE(rolled.size() == tokens.size() - width + 1);
  for (std::size_t i = 0; i < rolled.size(); ++i) {
    REQUIRE(shingles_of(std::span(tokens).subspan(i, width), k, 9) == std::vector{rolled[i]});
  }
}

TEST_CASE("a text shorter than k is one shingle, and an empty one none") {
  const std::vector<std::uint64_t> tokens{7, 8, 9};
  CHECK(shingles_of(tokens, 5).size() == 1);
  CHECK(shingles_of(tokens, 5) == shingles_of(tokens, 4));
  CHECK(shingles_of({}, 5).empty());
}

TEST_CASE("a short text is not the shingle of a longer one that starts with its words") {
  const std::vector<std::uint64_t> brief{7, 8};
  const std::vector<std::uint64_t> longer{0, 7, 8};
  CHECK(shingles_of(brief, 3) != shingles_of(longer, 3));
}

TEST_CASE("the order of words and the seed change a shingle") {
  const std::vector<std::uint64_t> one{1, 2, 3, 4, 5};
  const std::vector<std::uint64_t> other{1, 2, 3, 5, 4};
  CHECK(shingles_of(one, 5) != shingles_of(other, 5));
  CHECK(shingles_of(one, 5, 1) != shingles_of(one, 5, 2));
}

TEST_CASE("memory that is reused leaves nothing of the last text") {
  std::vector<std::uint64_t> shingles(1000, 42);
  const std::vector<std::uint64_t> tokens{1, 2, 3};
  hash_shingles(tokens, 2, 0, shingles);
  CHECK(shingles == shingles_of(tokens, 2));
}

TEST_CASE("windows of a small vocabulary give one hash each, and never one hash for two") {
  test::Random random(2);
  std::vector<std::uint64_t> tokens(5000);
  for (auto& t : tokens) t = mix64(random.below(7));
  const auto hashes = shingles_of(tokens, 3);
  std::set<std::vector<std::uint64_t>> windows;
  for (std::size_t i = 0; i + 3 <= tokens.size(); ++i) windows.insert({tokens.begin() + static_cast<std::ptrdiff_t>(i), tokens.begin() + static_cast<std::ptrdiff_t>(i) + 3});
  CHECK(std::set(hashes.begin(), hashes.end()).size() == windows.size());
}

TEST_CASE("distinct values are what a set of them holds, and common ones what two sets share") {
  test::Random random(3);
  for (int round = 0; round < 200; ++round) {
    std::vector<std::uint64_t> a(random.below(40));
    std::vector<std::uint64_t> b(random.below(40));
    for (auto& x : a) x = random.below(30);
    for (auto& x : b) x = random.below(30);
    const std::set<std::uint64_t> in_a(a.begin(), a.end());
    const std::set<std::uint64_t> in_b(b.begin(), b.end());
    make_distinct(a);
    make_distinct(b);
    REQUIRE(std::equal(a.begin(), a.end(), in_a.begin(), in_a.end()));
    const auto shared = std::count_if(in_a.begin(), in_a.end(), [&](std::uint64_t x) { return in_b.contains(x); });
    REQUIRE(count_common(a, b) == static_cast<std::uint64_t>(shared));
  }
}

}  // namespace wireprint
