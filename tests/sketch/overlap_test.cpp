#include "wireprint/sketch/overlap.hpp"

#include <catch2/catch.hpp>
#include <cmath>

#include "support/random_sets.hpp"
#include "support/statistics.hpp"
#include "wireprint/sketch/sample.hpp"

namespace wireprint {
namespace {

constexpr int kOneIn = 8;
constexpr int kFloor = 16;

Overlap overlap_of(const test::SetPair& pair, double confidence = 0.95) {
  return estimate_overlap(sample_shingles(pair.a, kOneIn, kFloor), sample_shingles(pair.b, kOneIn, kFloor), kOneIn, kFloor, confidence);
}

double binomial_tail(std::uint64_t from, std::uint64_t n, double p) {  // P(X >= from), term by term
  double sum = 0;
  for (std::uint64_t i = from; i <= n; ++i) {
    const double ways = std::lgamma(double(n) + 1) - std::lgamma(double(i) + 1) - std::lgamma(double(n - i) + 1);
    sum += std::exp(ways + double(i) * std::log(p) + double(n - i) * std::log1p(-p));
  }
  return sum;
}

}  // namespace

TEST_CASE("samples merge into the sample of the union") {
  test::Random random(1);
  for (int round = 0; round < 300; ++round) {
    const auto pair = test::random_pair({random.below(60), random.below(200), random.below(20)}, random);
    auto both = pair.a;
    both.insert(both.end(), pair.b.begin(), pair.b.end());
    const auto merged = merge_samples(sample_shingles(pair.a, kOneIn, kFloor), sample_shingles(pair.b, kOneIn, kFloor), kOneIn, kFloor);
    REQUIRE(merged == sample_shingles(both, kOneIn, kFloor));
  }
}

TEST_CASE("containment both ways and resemblance are estimated without bias, for sets of any size") {
  const auto shape = GENERATE(test::PairShape{1, 1, 0}, test::PairShape{10, 5, 30}, test::PairShape{40, 10, 60}, test::PairShape{100, 0, 900},
                              test::PairShape{500, 300, 4000}, test::PairShape{0, 50, 200});
  test::Random random(2);
  std::vector<double> resemblance, a_in_b, b_in_a;
  for (std::size_t round = 0; round < test::rounds(shape.common > 400 ? 2000 : 8000); ++round) {
    const auto found = overlap_of(test::random_pair(shape, random));
    resemblance.push_back(found.resemblance.value);
    if (found.a_in_b.upper - found.a_in_b.lower < 1) a_in_b.push_back(found.a_in_b.value);  // something of A was sampled
    if (found.b_in_a.upper - found.b_in_a.lower < 1) b_in_a.push_back(found.b_in_a.value);
  }
  const auto unbiased = [](const std::vector<double>& values, double truth) {
    const auto seen = test::moments(values);
    CHECK(seen.mean == Approx(truth).margin(4 * seen.error_of_mean() + 1e-12));
  };
  unbiased(resemblance, shape.resemblance());
  unbiased(a_in_b, shape.containment_of_a());
  unbiased(b_in_a, double(shape.common) / double(shape.size_b()));
}

TEST_CASE("the truth lies between the bounds at least as often as they say") {
  const auto shape = GENERATE(test::PairShape{50, 10, 200}, test::PairShape{99, 1, 900}, test::PairShape{300, 300, 300});
  test::Random random(3);
  constexpr double kConfidence = 0.8;
  const std::size_t count = test::rounds(3000);
  std::size_t inside = 0;
  for (std::size_t round = 0; round < count; ++round) {
    const auto share = overlap_of(test::random_pair(shape, random), kConfidence).a_in_b;
    REQUIRE(share.lower <= share.value);
    REQUIRE(share.value <= share.upper);
    inside += share.lower <= shape.containment_of_a() && shape.containment_of_a() <= share.upper ? 1U : 0U;
  }
  const double covered = double(inside) / double(count);
  CHECK(covered >= kConfidence - 3 * std::sqrt(kConfidence * (1 - kConfidence) / double(count)));
  CHECK(covered < 1.0);  // bounds that always hold say nothing
}

TEST_CASE("bounds are those of Clopper and Pearson: what was seen is just likely enough") {
  const std::uint64_t whole = GENERATE(1, 5, 40, 900);
  const std::uint64_t part = whole * GENERATE(1, 2, 3) / 4;
  const auto share = estimate_share(part, whole, 0.9);
  if (part > 0) CHECK(binomial_tail(part, whole, share.lower) == Approx(0.05).epsilon(1e-6));
  CHECK(1 - binomial_tail(part + 1, whole, share.upper) == Approx(0.05).epsilon(1e-6));
}

TEST_CASE("bounds end at nothing and all") {
  CHECK(estimate_share(0, 10, 0.95).lower == 0.0);
  CHECK(estimate_share(10, 10, 0.95).upper == 1.0);
  CHECK(estimate_share(0, 10, 0.95).upper == Approx(0.3085).margin(1e-4));  // the tabled value
  CHECK(estimate_share(0, 0, 0.95) == Estimate{0.0, 0.0, 1.0});
}

TEST_CASE("texts that the samples hold whole are compared exactly") {
  test::Random random(4);
  const auto found = overlap_of(test::random_pair({5, 3, 1}, random));
  CHECK(found.exact);
  CHECK(found.a_in_b == Estimate{5.0 / 8, 5.0 / 8, 5.0 / 8});
  CHECK(found.resemblance.value == 5.0 / 9);
}

TEST_CASE("of a brief none of whose shingles is below the bound, nothing is known beside a long text") {
  const std::vector<std::uint64_t> brief{~std::uint64_t{0} - 1};
  test::Random random(5);
  const auto found = overlap_of({brief, test::random_hashes(5000, random)});
  CHECK(found.a_in_b == Estimate{0.0, 0.0, 1.0});
  CHECK(found.b_in_a.upper < 0.01);
}

}  // namespace wireprint
