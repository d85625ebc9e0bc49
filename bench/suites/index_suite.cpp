// Each index over the number of texts: building it, and all of its candidates. Texts are random sets, a tenth of them near
// copies of the one before.
#include <benchmark/benchmark.h>
#include <fmt/format.h>

#include <memory>

#include "suites.hpp"
#include "support/random_sets.hpp"
#include "wireprint/index/band_index.hpp"
#include "wireprint/index/hamming_index.hpp"
#include "wireprint/index/passage_index.hpp"
#include "wireprint/sketch/sample.hpp"
#include "wireprint/sketch/simhash.hpp"

namespace wireprint::bench {
namespace {

constexpr std::size_t kShingles = 300;

struct Collection {
  std::vector<MinHash> sketches;
  std::vector<std::vector<std::uint64_t>> samples;
  std::vector<std::optional<SimHash64>> simhashes;
  std::size_t copies = 0;
};

Collection collection_of(std::size_t texts) {
  Collection all;
  test::Random random(texts);
  std::vector<std::uint64_t> set;
  for (std::size_t i = 0; i < texts; ++i) {
    const bool copy = i % 10 == 9;
    if (!copy) set = test::random_hashes(kShingles, random);
    else for (std::size_t j = 0; j < 5; ++j) set[j] = random();
    all.copies += copy ? 1 : 0;
    all.sketches.push_back(minhash(set, 128));
    all.samples.push_back(sample_shingles(set, 8, 16));
    all.simhashes.emplace_back(simhash64(set));
  }
  return all;
}

const Executor& one_thread() {
  static const Executor executor(1);
  return executor;
}

BandIndex bands(const Collection& all) {
  std::vector<const MinHash*> pointers;
  for (const auto& sketch : all.sketches) pointers.push_back(&sketch);
  return {pointers, *solve_banding({}), one_thread()};
}

PassageIndex passages(const Collection& all) {
  static const CrossingDays never;
  std::vector<IndexedText> texts;
  for (const auto& sample : all.samples) texts.push_back({{}, kShingles + 4, sample});
  return {std::move(texts), never, {}, one_thread()};
}

HammingIndex<64> blocks(const Collection& all) { return *HammingIndex<64>::build(all.simhashes, 3); }

template <class Make>
void add(const std::string& name, std::size_t texts, double least_found, Make make) {
  const auto all = std::make_shared<Collection>(collection_of(texts));
  const auto index = std::make_shared<decltype(make(*all))>(make(*all));
  const auto found = all_candidates(*index, one_thread()).size();
  check(static_cast<double>(found) >= least_found * static_cast<double>(all->copies), name + " misses copies");
  benchmark::RegisterBenchmark(fmt::format("index/{}/build/texts:{}", name, texts).c_str(), [all, make, texts](benchmark::State& state) {
    for (auto round : state) benchmark::DoNotOptimize(make(*all));
    state.SetItemsProcessed(static_cast<std::int64_t>(state.iterations() * texts));
  })->Unit(benchmark::kMillisecond);
  benchmark::RegisterBenchmark(fmt::format("index/{}/candidates/texts:{}", name, texts).c_str(), [all, index, texts, found](benchmark::State& state) {
    for (auto round : state) benchmark::DoNotOptimize(all_candidates(*index, one_thread()));
    state.SetItemsProcessed(static_cast<std::int64_t>(state.iterations() * texts));
    state.counters["candidates_a_text"] = static_cast<double>(found) / static_cast<double>(texts);
  })->Unit(benchmark::kMillisecond);
}

}  // namespace

void add_index_suite() {
  for (const std::size_t texts : {1000, 10000, 100000}) {
    add("banding", texts, 0.95, bands);
    add("passages", texts, 0.95, passages);
    add("hamming", texts, 0.2, blocks);
  }
}

}  // namespace wireprint::bench
