#include "wireprint/index/banding.hpp"

#include <catch2/catch.hpp>
#include <cmath>

#include "support/random_sets.hpp"
#include "wireprint/sketch/minhash.hpp"

namespace wireprint {
namespace {

bool share_a_band(const MinHash& a, const MinHash& b, const Banding& cut) {
  for (int band = 0; band < cut.bands; ++band) {
    const auto from = band * cut.rows;
    if (std::equal(a.begin() + from, a.begin() + from + cut.rows, b.begin() + from)) return true;
  }
  return false;
}

}  // namespace

TEST_CASE("a pair with nothing in common is never a candidate, a copy always") {
  const Banding cut{16, 8};
  CHECK(cut.recall_at(0.0) == 0.0);
  CHECK(cut.recall_at(1.0) == 1.0);
}

TEST_CASE("the solved cut keeps its promise at the threshold, and within its slots") {
  const double threshold = GENERATE(0.2, 0.3, 0.5, 0.75, 0.8, 1.0);
  const double recall = GENERATE(0.5, 0.75, 0.9, 0.97, 0.99);
  const auto cut = solve_banding({.slots = 512, .threshold = threshold, .recall = recall});
  REQUIRE(cut);
  CHECK(cut->recall_at(threshold) >= recall);
  CHECK(cut->slots() <= 512);
}

TEST_CASE("no cut that keeps the promise lets fewer unlike pairs through") {
  const BandingGoal goal{.slots = 64, .threshold = 0.6, .recall = 0.95};
  const auto cost = [&](const Banding& cut) {
    double sum = 0;
    for (int i = 0; i < 1000; ++i) sum += cut.recall_at(goal.threshold * i / 1000);
    return sum / 1000;
  };
  const auto best = solve_banding(goal);
  REQUIRE(best);
  for (int rows = 1; rows <= 64; ++rows) {
    for (int bands = 1; bands * rows <= 64; ++bands) {
      const Banding other{bands, rows};
      if (other.recall_at(goal.threshold) >= goal.recall) CHECK(cost(*best) <= cost(other) * 1.01);  // the sum is a coarse integral
    }
  }
}

TEST_CASE("the curve is what real sketches do") {
  const Banding cut{32, 4};
  const double resemblance = GENERATE(0.2, 0.4, 0.6);
  constexpr int kPairs = 4000;
  test::Random random(7);
  const auto shape = test::pair_of_size(1000, resemblance);
  int found = 0;
  for (int i = 0; i < kPairs; ++i) {
    const auto pair = test::random_pair(shape, random);
    found += share_a_band(minhash(pair.a, 128), minhash(pair.b, 128), cut) ? 1 : 0;
  }
  const double expected = cut.recall_at(shape.resemblance());
  CHECK(double(found) / kPairs == Approx(expected).margin(4 * std::sqrt(expected * (1 - expected) / kPairs) + 0.005));
}

TEST_CASE("a goal out of reach is refused with what can be had") {
  const auto cut = solve_banding({.slots = 4, .threshold = 0.1, .recall = 0.99});
  REQUIRE_FALSE(cut);
  CHECK(cut.error().code == ErrorCode::Unreachable);
  CHECK_THAT(cut.error().message, Catch::Contains("4 slots find at most 0.344"));
}

TEST_CASE("a goal out of range is refused by the name of its field") {
  CHECK_THAT(solve_banding({.slots = 0}).error().message, Catch::StartsWith("slots is 0"));
  CHECK_THAT(solve_banding({.threshold = 0.0}).error().message, Catch::StartsWith("threshold is 0"));
  CHECK_THAT(solve_banding({.threshold = NAN}).error().message, Catch::StartsWith("threshold is nan"));
  CHECK_THAT(solve_banding({.recall = 1.0}).error().message, Catch::StartsWith("recall is 1"));
}

}  // namespace wireprint
