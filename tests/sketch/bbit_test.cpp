#include "wireprint/sketch/bbit.hpp"

#include <catch2/catch.hpp>

#include "support/random_sets.hpp"

namespace wireprint {
namespace {

// The estimate from the slots themselves, one by one.
double by_definition(const MinHash& a, const MinHash& b, int bits) {
  const unsigned mask = (1U << bits) - 1;
  double equal = 0;
  for (std::size_t i = 0; i < a.size(); ++i) equal += (a[i] & mask) == (b[i] & mask) ? 1 : 0;
  const double chance = 1.0 / (1U << bits);
  return (equal / static_cast<double>(a.size()) - chance) / (1 - chance);
}

}  // namespace

TEST_CASE("packed slots estimate what the lowest bits of the slots do") {
  const int bits = GENERATE(1, 2, 4, 8);
  const int slots = GENERATE(16, 64, 128);
  test::Random random(1);
  for (int round = 0; round < 50; ++round) {
    const auto pair = test::random_pair({random.below(100), random.below(100) + 1, random.below(100) + 1}, random);
    const auto a = minhash(pair.a, slots);
    const auto b = minhash(pair.b, slots);
    REQUIRE(estimate_resemblance(*shorten(a, bits), *shorten(b, bits)) == Approx(by_definition(a, b, bits)).margin(1e-12));
  }
}

TEST_CASE("a sketch of one bit a slot is a sixteenth as long") {
  test::Random random(2);
  const auto sketch = shorten(minhash(test::random_hashes(9, random), 128), 1);
  CHECK(sketch->words.size() == 2);
  CHECK(estimate_resemblance(*sketch, *sketch) == 1.0);
}

TEST_CASE("slots of three bits are refused, and an empty set resembles nothing") {
  CHECK(shorten(MinHash(16), 3).error().message == "bits is 3, but has to be 1, 2, 4 or 8");
  CHECK(estimate_resemblance(*shorten({}, 2), *shorten(MinHash(16), 2)) == 0.0);
}

}  // namespace wireprint
