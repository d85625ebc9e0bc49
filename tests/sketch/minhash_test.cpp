#include "wireprint/sketch/minhash.hpp"

#include <algorithm>
#include <catch2/catch.hpp>

#include "support/random_sets.hpp"

namespace wireprint {

TEST_CASE("a sketch has as many slots as asked, and that of an empty set none") {
  const int slots = GENERATE(16, 64, 128, 256, 512, 1024);
  test::Random random(1);
  CHECK(minhash(test::random_hashes(3, random), slots).size() == static_cast<std::size_t>(slots));
  CHECK(minhash({}, slots).empty());
}

TEST_CASE("order and repeats do not change a sketch") {
  const std::size_t size = GENERATE(1, 2, 40, 3000);
  test::Random random(2);
  auto hashes = test::random_hashes(size, random);
  const auto sketch = minhash(hashes, 128);
  hashes.insert(hashes.end(), hashes.begin(), hashes.end());
  std::reverse(hashes.begin(), hashes.end());
  CHECK(minhash(hashes, 128) == sketch);
}

TEST_CASE("equal sets resemble each other wholly, and an empty one resembles none") {
  test::Random random(3);
  const auto sketch = minhash(test::random_hashes(25, random), 128);
  CHECK(estimate_resemblance(sketch, sketch) == 1.0);
  CHECK(estimate_resemblance(sketch, {}) == 0.0);
  CHECK(estimate_resemblance({}, {}) == 0.0);
}

TEST_CASE("sets with nothing in common resemble each other by hardly more than chance") {
  const std::size_t size = GENERATE(1, 10, 1000);
  test::Random random(4);
  const auto pair = test::random_pair({0, size, size}, random);
  CHECK(estimate_resemblance(minhash(pair.a, 128), minhash(pair.b, 128)) < 0.02);
}

TEST_CASE("the bits of a slot are spread evenly, also where the least of many values is kept") {
  test::Random random(5);
  std::vector<int> set(16, 0);
  for (int round = 0; round < 40; ++round) {
    for (const std::uint16_t slot : minhash(test::random_hashes(5000, random), 128)) {
      for (std::size_t bit = 0; bit < 16; ++bit) set[bit] += slot >> bit & 1;
    }
  }
  for (const int count : set) CHECK(count == Approx(40 * 64).margin(5 * 36));  // five standard deviations
}

}  // namespace wireprint
