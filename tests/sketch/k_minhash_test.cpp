#include "wireprint/sketch/k_minhash.hpp"

#include <algorithm>
#include <catch2/catch.hpp>

#include "support/random_sets.hpp"

namespace wireprint {

TEST_CASE("a k-hash sketch knows no order and no repeats") {
  test::Random random(1);
  auto hashes = test::random_hashes(50, random);
  const auto sketch = k_minhash(hashes, 64);
  hashes.insert(hashes.end(), hashes.begin(), hashes.end());
  std::reverse(hashes.begin(), hashes.end());
  CHECK(k_minhash(hashes, 64) == sketch);
  CHECK(sketch.least.size() == 64);
}

TEST_CASE("merged k-hash sketches are the sketch of the union") {
  const std::size_t common = GENERATE(0, 7, 100);
  test::Random random(2);
  const auto pair = test::random_pair({common, 30, 1}, random);
  auto both = pair.a;
  both.insert(both.end(), pair.b.begin(), pair.b.end());
  CHECK(merge(k_minhash(pair.a, 32), k_minhash(pair.b, 32)) == k_minhash(both, 32));
}

TEST_CASE("the empty set adds nothing to a k-hash sketch and resembles nothing") {
  const auto sketch = k_minhash(std::vector<std::uint64_t>{1, 2, 3}, 16);
  CHECK(merge(sketch, {}) == sketch);
  CHECK(merge({}, sketch) == sketch);
  CHECK(k_minhash({}, 16).least.empty());
  CHECK(estimate_resemblance(sketch, {}) == 0.0);
  CHECK(estimate_resemblance(sketch, sketch) == 1.0);
}

}  // namespace wireprint
