#include "wireprint/evaluation/regression.hpp"

#include <catch2/catch.hpp>
#include <cmath>

#include "support/random_text.hpp"

namespace wireprint {
namespace {

// Features at random; copies with the probability that true weights of the first two give.
std::vector<Example> examples(std::uint64_t seed, std::size_t count, double first, double second) {
  test::Random random(seed);
  const auto uniform = [&] { return static_cast<double>(random.below(1'000'000)) / 1e6; };
  std::vector<Example> all(count);
  for (auto& example : all) {
    for (auto& value : example.features) value = uniform();
    const double odds = first * (example.features[0] - 0.5) + second * (example.features[1] - 0.5);
    example.copy = uniform() < 1 / (1 + std::exp(-odds));
  }
  return all;
}

}  // namespace

TEST_CASE("the weights that made the examples are found again") {
  const auto learned = learn_coefficients(examples(1, 20'000, 6, 2), "examples", 1);
  CHECK(learned.weight[0] / learned.deviation[0] == Approx(6).margin(0.25));
  CHECK(learned.weight[1] / learned.deviation[1] == Approx(2).margin(0.2));
  CHECK(std::abs(learned.weight[2]) < 0.08);
  CHECK(learned.mean[0] == Approx(0.5).margin(0.01));
}

TEST_CASE("at the maximum the penalised gradient is nothing") {
  const auto all = examples(2, 500, 3, 1);
  const double ridge = 3;
  const auto learned = learn_coefficients(all, "examples", ridge);
  for (std::size_t f = 0; f < kFeatures; ++f) {
    if (learned.weight[f] == 0) continue;
    double gradient = -ridge * learned.weight[f];
    for (const auto& example : all) {
      const double residue = (example.copy ? 1.0 : 0.0) - probability_of(log_odds(learned, example.features));
      gradient += residue * (example.features[f] - learned.mean[f]) / learned.deviation[f];
    }
    CHECK(std::abs(gradient) < 1e-2);  // weights are rounded to six decimals
  }
}

TEST_CASE("a feature that would speak the wrong way is left out") {
  REQUIRE(feature_names()[1].sign == 1);
  const auto learned = learn_coefficients(examples(3, 5000, 4, -4), "examples");
  CHECK(learned.weight[0] > 0);
  CHECK(learned.weight[1] == 0);
}

TEST_CASE("a stronger penalty makes smaller weights, and separable examples have finite ones") {
  std::vector<Example> all(40);
  for (std::size_t i = 0; i < all.size(); ++i) all[i].features[0] = i < 20 ? 0.1 : 0.9, all[i].copy = i >= 20;
  const auto weak = learn_coefficients(all, "examples", 0.1);
  const auto strong = learn_coefficients(all, "examples", 10);
  CHECK(std::isfinite(weak.weight[0]));
  CHECK(weak.weight[0] > strong.weight[0]);
  CHECK(strong.weight[0] > 0);
}

TEST_CASE("calibration by hand") {
  const std::vector<Stated> stated{{0.1, false}, {0.1, true}, {0.9, true}, {1.0, true}};
  const auto calibration = calibration_of(stated);
  CHECK(calibration.bins[0].pairs == 2);
  CHECK(calibration.bins[0].found == 0.5);
  CHECK(calibration.bins[4].stated == Approx(0.95));
  CHECK(calibration.brier == Approx((0.01 + 0.81 + 0.01 + 0) / 4));
  CHECK(calibration.expected_error == Approx((2 * 0.4 + 2 * 0.05) / 4));
  CHECK(calibration_of({}).brier == 0);
}

}  // namespace wireprint
