#include "wireprint/sketch/simhash.hpp"

#include <algorithm>
#include <catch2/catch.hpp>

#include "support/random_sets.hpp"

namespace wireprint {
namespace {

// One counter a bit, up for a one and down for a zero.
std::uint64_t by_definition(const std::vector<std::uint64_t>& hashes) {
  std::uint64_t sketch = 0;
  for (int bit = 0; bit < 64; ++bit) {
    long balance = 0;
    for (const auto h : hashes) balance += (h >> bit & 1U) != 0 ? 1 : -1;
    if (balance > 0) sketch |= std::uint64_t{1} << bit;
  }
  return sketch;
}

}  // namespace

TEST_CASE("bit-sliced counters count as one counter a bit does") {
  test::Random random(1);
  for (std::size_t size = 0; size < 200; ++size) {
    const auto hashes = test::random_hashes(size, random);
    REQUIRE(simhash64(hashes).words[0] == by_definition(hashes));
  }
  const auto many = test::random_hashes(70001, random);
  CHECK(simhash64(many).words[0] == by_definition(many));
}

TEST_CASE("counters are right where every hash has the same bits, or half of them have") {
  const std::uint64_t bits = GENERATE(std::uint64_t{0}, ~std::uint64_t{0}, std::uint64_t{0xf0f0});
  const std::size_t count = GENERATE(1, 7, 8, 9, 64, 1000);
  std::vector<std::uint64_t> hashes(count, bits);
  CHECK(simhash64(hashes).words[0] == bits);
  hashes.insert(hashes.end(), count, ~bits);
  CHECK(simhash64(hashes).words[0] == 0);
}

TEST_CASE("the first half of 128 bits is the 64-bit sketch, and the second is another") {
  test::Random random(2);
  const auto hashes = test::random_hashes(31, random);
  CHECK(simhash128(hashes).words[0] == simhash64(hashes).words[0]);
  CHECK(simhash128(hashes).words[1] != simhash128(hashes).words[0]);
  auto backwards = hashes;
  std::reverse(backwards.begin(), backwards.end());
  CHECK(simhash128(backwards) == simhash128(hashes));
}

TEST_CASE("the distance is the number of bits that differ") {
  CHECK(hamming_distance(SimHash64{{0b1011}}, SimHash64{{0b0010}}) == 2);
  CHECK(hamming_distance(SimHash128{{1, 0}}, SimHash128{{0, ~std::uint64_t{0}}}) == 65);
  CHECK(estimate_angle(SimHash64{{0}}, SimHash64{{0xffff}}) == 0.25);
}

}  // namespace wireprint
