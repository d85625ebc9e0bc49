// Each sketch over set size and slots; an item is an element of the set.
#include <benchmark/benchmark.h>
#include <fmt/format.h>

#include <cmath>

#include "suites.hpp"
#include "support/random_sets.hpp"
#include "wireprint/sketch/bbit.hpp"
#include "wireprint/sketch/bytes.hpp"
#include "wireprint/sketch/k_minhash.hpp"
#include "wireprint/sketch/minhash.hpp"
#include "wireprint/sketch/overlap.hpp"
#include "wireprint/sketch/sample.hpp"
#include "wireprint/sketch/simhash.hpp"

namespace wireprint::bench {
namespace {

using Hashes = std::vector<std::uint64_t>;

constexpr int kSizes[] = {30, 100, 1000, 10000, 100000};
constexpr int kSlots[] = {64, 128, 256};

Hashes set_of(int size) {
  test::Random random(static_cast<std::uint64_t>(size));
  return test::random_hashes(static_cast<std::size_t>(size), random);
}

// Half of the union in both: each estimate has to lie within six standard errors.
template <class Estimate>
void check_estimate(const std::string& name, double error, const Estimate& estimate) {
  test::Random random(7);
  const auto shape = test::pair_of_size(2000, 0.5);
  const auto pair = test::random_pair(shape, random);
  check(std::abs(estimate(pair) - shape.resemblance()) < 6 * error, name + " estimates wrongly");
}

template <class Make>
void add(const std::string& name, int size, Make make) {
  benchmark::RegisterBenchmark(fmt::format("sketch/{}/set:{}", name, size).c_str(), [size, make](benchmark::State& state) {
    const Hashes set = set_of(size);
    for (auto round : state) benchmark::DoNotOptimize(make(set));
    state.SetItemsProcessed(size * static_cast<std::int64_t>(state.iterations()));
    state.SetBytesProcessed(8 * size * static_cast<std::int64_t>(state.iterations()));
  });
}

void add_of_slots(int slots) {
  const double error = 0.5 / std::sqrt(slots);
  check_estimate("minhash", error, [slots](const auto& p) { return estimate_resemblance(minhash(p.a, slots), minhash(p.b, slots)); });
  check_estimate("k_minhash", error, [slots](const auto& p) { return estimate_resemblance(k_minhash(p.a, slots), k_minhash(p.b, slots)); });
  for (const int size : kSizes) {
    add(fmt::format("minhash-{}", slots), size, [slots](const Hashes& set) { return minhash(set, slots); });
    if (slots == 128) add("k_minhash-128", size, [](const Hashes& set) { return k_minhash(set, 128); });
  }
}

void add_estimates() {
  const Hashes a = set_of(1000), b = set_of(1001);
  benchmark::RegisterBenchmark("sketch/estimate/minhash-128", [a = minhash(a, 128), b = minhash(b, 128)](benchmark::State& state) {
    for (auto round : state) benchmark::DoNotOptimize(estimate_resemblance(a, b));
    state.SetItemsProcessed(static_cast<std::int64_t>(state.iterations()));
  });
  benchmark::RegisterBenchmark("sketch/estimate/bbit-1x128", [a = *shorten(minhash(a, 128), 1), b = *shorten(minhash(b, 128), 1)](benchmark::State& state) {
    for (auto round : state) benchmark::DoNotOptimize(estimate_resemblance(a, b));
    state.SetItemsProcessed(static_cast<std::int64_t>(state.iterations()));
  });
  benchmark::RegisterBenchmark("sketch/estimate/samples", [a = sample_shingles(a, 8, 16), b = sample_shingles(b, 8, 16)](benchmark::State& state) {
    for (auto round : state) benchmark::DoNotOptimize(estimate_overlap(a, b, 8, 16));
    state.SetItemsProcessed(static_cast<std::int64_t>(state.iterations()));
  });
}

void add_bytes() {
  std::vector<MinHash> sketches;
  for (int i = 0; i < 1000; ++i) sketches.push_back(minhash(set_of(100 + i), 128));
  const std::string bytes = to_bytes<MinHash>(Recipe{}, sketches);
  check(from_bytes<MinHash>(bytes)->sketches == sketches, "sketches are not read as they were written");
  benchmark::RegisterBenchmark("sketch/bytes_out", [sketches](benchmark::State& state) {
    for (auto round : state) benchmark::DoNotOptimize(to_bytes<MinHash>(Recipe{}, sketches));
    state.SetItemsProcessed(static_cast<std::int64_t>(state.iterations() * sketches.size()));
  });
  benchmark::RegisterBenchmark("sketch/bytes_in", [bytes](benchmark::State& state) {
    for (auto round : state) benchmark::DoNotOptimize(from_bytes<MinHash>(bytes));
    state.SetItemsProcessed(static_cast<std::int64_t>(state.iterations()) * 1000);
    state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations() * bytes.size()));
  });
}

}  // namespace

void add_sketch_suite() {
  for (const int slots : kSlots) add_of_slots(slots);
  check_estimate("samples", 0.5 / std::sqrt(2000 / 8), [](const auto& p) { return estimate_overlap(sample_shingles(p.a, 8, 16), sample_shingles(p.b, 8, 16), 8, 16).resemblance.value; });
  for (const int size : kSizes) {
    add("simhash-64", size, [](const Hashes& set) { return simhash64(set); });
    add("simhash-128", size, [](const Hashes& set) { return simhash128(set); });
    add("sample-1-in-8", size, [](const Hashes& set) { return sample_shingles(set, 8, 16); });
  }
  add_estimates();
  add_bytes();
}

}  // namespace wireprint::bench
