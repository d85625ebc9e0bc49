// SimHash against its slow twin: true random bits, one counter for each.
#include <bit>
#include <catch2/catch.hpp>
#include <cmath>
#include <cstdio>
#include <numbers>

#include "support/random_sets.hpp"
#include "support/statistics.hpp"
#include "wireprint/sketch/simhash.hpp"

namespace wireprint {
namespace {

using test::PairShape;
using test::Random;

// The share of bits that differ. Every element has a fresh random bit for each bit of the sketch.
double angle_with_true_random_bits(const PairShape& shape, int bits, Random& random) {
  const auto balance = [&](std::size_t count) {
    long ones = 0;
    for (std::size_t i = 0; i < count; i += 64) ones += std::popcount(random() >> (count - i < 64 ? 64 - (count - i) : 0));
    return 2 * ones - static_cast<long>(count);
  };
  int different = 0;
  for (int bit = 0; bit < bits; ++bit) {
    const long common = balance(shape.common);
    const bool in_a = common + balance(shape.only_a) > 0;
    const bool in_b = common + balance(shape.only_b) > 0;
    different += in_a != in_b ? 1 : 0;
  }
  return different / static_cast<double>(bits);
}

template <class Sketch>
test::Moments moments_of(const PairShape& shape, const Sketch& sketch, std::size_t count) {
  Random random(3 * shape.size_a() + shape.common);
  std::vector<double> angles(count);
  for (auto& angle : angles) {
    const auto pair = random_pair(shape, random);
    angle = estimate_angle(sketch(pair.a), sketch(pair.b));
  }
  return test::moments(angles);
}

void hold_to_twin(const char* name, const PairShape& shape, int bits, const test::Moments& seen) {
  Random random(5);
  std::vector<double> angles(test::rounds(6'000));
  for (auto& angle : angles) angle = angle_with_true_random_bits(shape, bits, random);
  const auto twin = test::moments(angles);
  const double cosine = double(shape.common) / std::sqrt(double(shape.size_a()) * double(shape.size_b()));
  const double angle = std::acos(cosine) / std::numbers::pi;
  std::printf("%-10s sets %5zu %5zu  angle %.4f  mean %.4f (twin %.4f)  variance %.3e (twin %.3e)  p(1-p)/bits %.3e\n", name, shape.size_a(),
              shape.size_b(), angle, seen.mean, twin.mean, seen.variance, twin.variance, twin.mean * (1 - twin.mean) / bits);
  CAPTURE(shape.size_a(), shape.size_b(), bits, seen.mean, twin.mean);
  CHECK(std::abs(seen.mean - twin.mean) <= 4.5 * std::hypot(seen.error_of_mean(), twin.error_of_mean()) + 1e-12);
  const double chance = test::kSlowBuild ? 4 * std::sqrt(4.0 / double(angles.size())) : 0.0;
  CHECK(std::abs(seen.variance - twin.variance) <= (0.1 + chance) * twin.variance);
  if (shape.size_a() >= 200) CHECK(seen.mean == Approx(angle).margin(4.5 * seen.error_of_mean() + 0.005));
}

}  // namespace

TEST_CASE("bits differ as often as with true random bits, and for large sets as the angle says") {
  const auto shape = GENERATE(PairShape{0, 1, 1}, PairShape{1, 1, 1}, PairShape{7, 3, 3}, PairShape{30, 10, 25}, PairShape{150, 50, 50},
                              PairShape{190, 10, 10}, PairShape{100, 100, 300});
  const std::size_t count = test::rounds(6'000);
  hold_to_twin("simhash64", shape, 64, moments_of(shape, [](const auto& set) { return simhash64(set); }, count));
  hold_to_twin("simhash128", shape, 128, moments_of(shape, [](const auto& set) { return simhash128(set); }, count));
}

}  // namespace wireprint
