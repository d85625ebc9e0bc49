// The error of each sketch against theory, and what banding finds against what was solved. Lines of JSON with --json.
//
//   accuracy_bench [--json]
//
// Bias and root mean square error over many pairs of random sets, for several resemblances and set sizes. Theory is the
// bound that the header of each sketch names.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <functional>
#include <string>
#include <vector>

#include "support/random_sets.hpp"
#include "wireprint/index/banding.hpp"
#include "wireprint/sketch/bbit.hpp"
#include "wireprint/sketch/k_minhash.hpp"
#include "wireprint/sketch/minhash.hpp"
#include "wireprint/sketch/overlap.hpp"
#include "wireprint/sketch/sample.hpp"

namespace wireprint::bench {
namespace {

constexpr int kSlots = 128;
constexpr int kPairs = 500;

struct Sketch {
  std::string name;
  std::function<double(const test::SetPair&)> estimate;
  std::function<double(const test::PairShape&)> variance;  ///< theory; an upper bound for sketches of partitions
};

double binomial(double p, double count) { return p * (1 - p) / count; }

Sketch bbit(int bits) {
  const double chance = std::ldexp(1.0, -bits);
  return {fmt::format("b-bit, {} of 128", bits),
          [bits](const auto& p) { return estimate_resemblance(*shorten(minhash(p.a, kSlots), bits), *shorten(minhash(p.b, kSlots), bits)); },
          [chance](const auto& s) { return binomial(s.resemblance() + chance * (1 - s.resemblance()), kSlots) / ((1 - chance) * (1 - chance)); }};
}

std::vector<Sketch> sketches() {
  const auto slots = [](const auto& s) { return binomial(s.resemblance(), kSlots); };
  return {{"MinHash-128", [](const auto& p) { return estimate_resemblance(minhash(p.a, kSlots), minhash(p.b, kSlots)); }, slots},
          {"classic MinHash-128", [](const auto& p) { return estimate_resemblance(k_minhash(p.a, kSlots), k_minhash(p.b, kSlots)); }, slots},
          bbit(1),
          bbit(8),
          {"sample, 1 in 8", [](const auto& p) { return estimate_overlap(sample_shingles(p.a, 8, 16), sample_shingles(p.b, 8, 16), 8, 16).resemblance.value; },
           [](const auto& s) { return binomial(s.resemblance(), std::max(16.0, static_cast<double>(s.size_of_union()) / 8)); }}};
}

void measure(const Sketch& sketch, std::size_t size, double wanted, bool json) {
  test::Random random(size * 1000 + static_cast<std::uint64_t>(wanted * 100));
  const auto shape = test::pair_of_size(size, wanted);
  test::SetPair pair;
  double sum = 0, squares = 0;
  for (int i = 0; i < kPairs; ++i) {
    test::draw(pair, shape, random);
    const double error = sketch.estimate(pair) - shape.resemblance();
    sum += error, squares += error * error;
  }
  const double theory = std::sqrt(sketch.variance(shape));
  const char* form = json ? R"({{"kind": "sketch", "sketch": "{}", "size": {}, "resemblance": {:.4f}, "bias": {:.5f}, "rmse": {:.5f}, "theory": {:.5f}, "pairs": {}}})" "\n"
                          : "{:20} {:>7} {:>12.3f} {:>9.4f} {:>9.4f} {:>9.4f} {:>7}\n";
  fmt::print(fmt::runtime(form), sketch.name, size, shape.resemblance(), sum / kPairs, std::sqrt(squares / kPairs), theory, kPairs);
}

bool agree_in_a_band(const MinHash& a, const MinHash& b, const Banding& cut) {
  for (int band = 0; band < cut.bands; ++band) {
    const auto first = static_cast<std::ptrdiff_t>(band) * cut.rows;
    if (std::equal(a.begin() + first, a.begin() + first + cut.rows, b.begin() + first)) return true;
  }
  return false;
}

void measure_curve(const Banding& cut, double wanted, bool json) {
  test::Random random(static_cast<std::uint64_t>(wanted * 1000));
  const auto shape = test::pair_of_size(400, wanted);
  test::SetPair pair;
  int found = 0;
  for (int i = 0; i < kPairs; ++i) {
    test::draw(pair, shape, random);
    found += agree_in_a_band(minhash(pair.a, kSlots), minhash(pair.b, kSlots), cut) ? 1 : 0;
  }
  const char* form = json ? R"({{"kind": "curve", "bands": {}, "rows": {}, "resemblance": {:.4f}, "solved": {:.5f}, "measured": {:.5f}, "pairs": {}}})" "\n"
                          : "{:>3} x {:<3} {:>12.3f} {:>9.4f} {:>9.4f} {:>7}\n";
  fmt::print(fmt::runtime(form), cut.bands, cut.rows, shape.resemblance(), cut.recall_at(shape.resemblance()), static_cast<double>(found) / kPairs, kPairs);
}

void run(bool json) {
  if (!json) fmt::print("{:20} {:>7} {:>12} {:>9} {:>9} {:>9} {:>7}\n", "sketch", "size", "resemblance", "bias", "RMSE", "theory", "pairs");
  for (const auto& sketch : sketches()) {
    for (const std::size_t size : {30, 100, 1000, 10000}) {
      for (const double resemblance : {0.1, 0.3, 0.5, 0.7, 0.9}) measure(sketch, size, resemblance, json);
    }
  }
  if (!json) fmt::print("\nwhat banding finds\n{:9} {:>12} {:>9} {:>9} {:>7}\n", "bands", "resemblance", "solved", "measured", "pairs");
  for (const double threshold : {0.5, 0.75, 0.9}) {
    const auto cut = solve_banding({.slots = kSlots, .threshold = threshold, .recall = 0.97});
    for (int i = 1; i < 20; ++i) measure_curve(*cut, i / 20.0, json);
  }
}

}  // namespace
}  // namespace wireprint::bench

int main(int argc, char** argv) {
  wireprint::bench::run(argc > 1 && std::string(argv[1]) == "--json");
  return EXIT_SUCCESS;
}
