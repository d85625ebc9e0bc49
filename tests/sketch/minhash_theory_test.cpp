// MinHash against its slow twin. Every line that these tests print is one kind of pair: mean and variance of the
// estimate, those of the twin, and J(1-J)/k, which bounds both.
#include <catch2/catch.hpp>
#include <cmath>
#include <cstdio>
#include <functional>

#include "support/statistics.hpp"
#include "support/true_random_minhash.hpp"
#include "wireprint/sketch/bbit.hpp"
#include "wireprint/sketch/k_minhash.hpp"
#include "wireprint/sketch/minhash.hpp"

namespace wireprint {
namespace {

using test::Moments;
using test::PairShape;
using test::Random;

// So many that chance moves the ratio of two variances by a fortieth (its standard error is the root of 2/n + 2/m), and
// for large sets by a thirtieth.
std::size_t rounds_for(const PairShape& shape) { return test::rounds(shape.size_of_union() > 10'000 ? 2'000 : 6'000); }

Moments many(std::size_t count, const std::function<double()>& draw) {
  std::vector<double> values(count);
  for (auto& v : values) v = draw();
  return test::moments(values);
}

Moments of_fast(const PairShape& shape, int slots, std::uint64_t seed) {
  Random random(seed);
  test::SetPair pair;
  return many(rounds_for(shape), [&] {
    draw(pair, shape, random);
    return estimate_resemblance(minhash(pair.a, slots), minhash(pair.b, slots));
  });
}

Moments of_twin(const PairShape& shape, int slots, std::uint64_t seed) {
  Random random(seed);
  test::TrueRandomMinHash twin(shape, static_cast<std::size_t>(slots), random);
  return many(2 * test::rounds(6'000), [&] { return twin.share_of_equal_slots(); });
}

// Chance makes one slot in 65,536 equal that is not: a dozen in all rounds of a test, so that it adds a third of this to
// a variance, and sometimes most of it.
double by_chance(int slots) { return 3.0 / 65536 / slots; }

void check_unbiased(const Moments& seen, double truth, int slots) {
  CHECK(std::abs(seen.mean - truth) <= 4.5 * std::sqrt((seen.variance + by_chance(slots)) / static_cast<double>(seen.count)));
}

// A tenth; fewer rounds in a slow build bring in more chance, which is allowed for.
void check_like(const Moments& seen, const Moments& twin, int slots) {
  const double chance = test::kSlowBuild ? 4 * std::sqrt(2.0 / double(seen.count) + 2.0 / double(twin.count)) : 0.0;
  CHECK(std::abs(seen.variance - twin.variance) <= (0.1 + chance) * twin.variance + by_chance(slots));
}

void print(const char* name, const PairShape& shape, int slots, const Moments& seen, const Moments& twin) {
  const double j = shape.resemblance();
  std::printf("%-10s k %3d  sets %6zu %6zu  J %.4f  mean %.4f (twin %.4f)  variance %.3e (twin %.3e)  J(1-J)/k %.3e\n", name, slots, shape.size_a(),
              shape.size_b(), j, seen.mean, twin.mean, seen.variance, twin.variance, j * (1 - j) / slots);
}

void hold_to_theory(const PairShape& shape, int slots) {
  const auto seen = of_fast(shape, slots, 11 * shape.size_a() + shape.common + static_cast<std::uint64_t>(slots));
  const auto twin = of_twin(shape, slots, 13 * shape.size_a() + shape.common + static_cast<std::uint64_t>(slots));
  const double j = shape.resemblance();
  CAPTURE(shape.size_a(), shape.size_b(), j, slots, seen.mean, seen.variance, twin.variance);
  print("minhash", shape, slots, seen, twin);
  check_unbiased(seen, j, slots);
  check_unbiased(twin, j, slots);
  check_like(seen, twin, slots);
  CHECK(seen.variance <= j * (1 - j) / slots * (1 + 5 * std::sqrt(2.0 / double(seen.count))) + by_chance(slots));
}

}  // namespace

TEST_CASE("the estimate is unbiased and varies as with true random functions, for sets of every size") {
  const std::size_t size = GENERATE(1, 2, 10, 100, 1'000, 100'000);
  if (test::kSlowBuild && size > 1'000) return;  // nothing that a smaller set doesn't do
  double last = -1;
  for (const double wanted : {0.0, 0.1, 0.5, 0.9, 1.0}) {
    const auto shape = test::pair_of_size(size, wanted);
    if (size > 1'000 && (wanted == 0.0 || wanted == 1.0)) continue;
    if (shape.resemblance() != last) hold_to_theory(shape, 128);  // small sets allow few resemblances
    last = shape.resemblance();
  }
}

TEST_CASE("the estimate is unbiased and varies as with true random functions, for any number of slots") {
  const int slots = GENERATE(64, 256, 512);
  hold_to_theory(test::pair_of_size(10, 0.5), slots);
  hold_to_theory(test::pair_of_size(500, 0.5), slots);
}

TEST_CASE("the estimate is unbiased and varies as with true random functions, for a brief beside a long text") {
  hold_to_theory({20, 5, 400}, 128);
  hold_to_theory({100, 0, 3000}, 128);
}

TEST_CASE("for sets as small as a paragraph the variance is hardly more than half of J(1-J)/k") {
  const auto shape = test::pair_of_size(GENERATE(10, 60, 100), 0.5);
  const double bound = shape.resemblance() * (1 - shape.resemblance()) / 128;
  CHECK(of_fast(shape, 128, 5).variance < 0.62 * bound);
}

TEST_CASE("the classic sketch is unbiased, and its variance is J(1-J)/k") {
  const auto shape = test::pair_of_size(GENERATE(1, 2, 10, 100), GENERATE(0.1, 0.5, 0.9));
  constexpr int kFunctions = 64;
  Random random(7);
  const auto seen = many(test::rounds(6'000), [&] {
    const auto pair = random_pair(shape, random);
    return estimate_resemblance(k_minhash(pair.a, kFunctions), k_minhash(pair.b, kFunctions));
  });
  const double j = shape.resemblance();
  Moments theory{j, j * (1 - j) / kFunctions, 1'000'000'000};
  CAPTURE(shape.size_a(), j, seen.mean, seen.variance, theory.variance);
  print("k-hash", shape, kFunctions, seen, theory);
  CHECK(std::abs(seen.mean - j) <= 4.5 * seen.error_of_mean() + 1e-12);
  check_like(seen, theory, 1'000'000);
}

TEST_CASE("b bits a slot are unbiased, and vary as the twin does whose unlike slots agree by chance") {
  const int bits = GENERATE(1, 2, 4, 8);
  const auto shape = test::pair_of_size(GENERATE(10, 300), GENERATE(0.2, 0.7));
  Random random(8);
  const auto seen = many(test::rounds(6'000), [&] {
    const auto pair = random_pair(shape, random);
    return estimate_resemblance(*shorten(minhash(pair.a, 128), bits), *shorten(minhash(pair.b, 128), bits));
  });
  Random other(9);
  test::TrueRandomMinHash twin_slots(shape, 128, other);
  const double chance = std::ldexp(1.0, -bits);
  const auto twin = many(2 * test::rounds(6'000), [&] {
    const auto equal = static_cast<int>(std::lround(128 * twin_slots.share_of_equal_slots()));
    const auto more = std::binomial_distribution<int>(128 - equal, chance)(other);
    return ((equal + more) / 128.0 - chance) / (1 - chance);
  });
  CAPTURE(bits, shape.size_a(), shape.resemblance(), seen.mean, seen.variance, twin.variance);
  print(bits == 1 ? "1-bit" : bits == 2 ? "2-bit" : bits == 4 ? "4-bit" : "8-bit", shape, 128, seen, twin);
  check_unbiased(seen, shape.resemblance(), 128);
  check_like(seen, twin, 128);
}

}  // namespace wireprint
