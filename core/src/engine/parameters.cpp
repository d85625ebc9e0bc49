#include "wireprint/engine/parameters.hpp"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <span>
#include <tuple>
#include <utility>

#include "engine/corpus_tokens.hpp"
#include "engine/true_pairs.hpp"
#include "wireprint/index/band_index.hpp"
#include "wireprint/sketch/minhash.hpp"
#include "wireprint/sketch/shingles.hpp"
#include "wireprint/text/tokenizer.hpp"

namespace wireprint {
namespace {

using Hashes = std::vector<std::uint64_t>;

constexpr std::size_t kTasks = 64;
constexpr std::size_t kQueries = 20'000;
constexpr double kBytesASlot = 2;
constexpr double kBytesAnEntry = 12;  // a hash of the band's rows and the text's number
constexpr double kNormal95 = 1.959963984540054;

double seconds_since(std::chrono::steady_clock::time_point start) {
  return std::max(1e-9, std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count());
}

std::optional<Error> fault_in_options(const ParameterOptions& options) {
  for (const int slots : options.slots) {
    Recipe recipe;
    recipe.minhash_slots = slots;
    if (auto fault = fault_in(recipe)) return fault;
  }
  for (const int words : options.shingle_words) {
    Recipe recipe;
    recipe.shingle_words = words;
    if (auto fault = fault_in(recipe)) return fault;
  }
  for (const double recall : options.recalls) {
    if (!(recall > 0 && recall < 1)) return invalid("recall", recall, "in (0, 1)");
  }
  if (!(options.threshold > 0 && options.threshold <= 1)) return invalid("threshold", options.threshold, "in (0, 1]");
  if (options.sample == 0) return invalid("sample", 0.0, "at least 1");
  return std::nullopt;
}

std::vector<Hashes> shingles_of(const std::vector<Hashes>& texts, int words, const Executor& executor) {
  std::vector<Hashes> shingles(texts.size());
  executor.for_each(texts.size(), [&](std::size_t i) {
    hash_shingles(texts[i], words, 0, shingles[i]);
    make_distinct(shingles[i]);
  });
  return shingles;
}

std::vector<MinHash> sketches_of(const std::vector<Hashes>& shingles, int slots, const Executor& executor) {
  std::vector<MinHash> sketches(shingles.size());
  executor.for_each(shingles.size(), [&](std::size_t i) { sketches[i] = minhash(shingles[i], slots); });
  return sketches;
}

double sketching_speed(const std::vector<std::string>& bodies, int words, int slots) {
  Hashes tokens, shingles;
  std::size_t bytes = 0;
  const auto start = std::chrono::steady_clock::now();
  for (const auto& body : bodies) {
    hash_tokens(body, tokens);
    hash_shingles(tokens, words, 0, shingles);
    if (!minhash(shingles, slots).empty()) bytes += body.size();
  }
  return static_cast<double>(bytes) / 1e6 / seconds_since(start);
}

struct Counted {
  std::uint64_t candidates = 0;
  std::uint64_t found = 0;  ///< of the true pairs
};

Counted count_candidates(const BandIndex& index, std::span<const TruePair> truth, const Executor& executor) {
  std::vector<Counted> parts(kTasks);
  executor.for_each(kTasks, [&](std::size_t task) {
    BandIndex::Counter counter(index);
    std::vector<Candidate> candidates;
    const std::size_t end = index.size() * (task + 1) / kTasks;
    for (std::size_t later = index.size() * task / kTasks; later < end; ++later) {
      candidates.clear();
      index.candidates_before(static_cast<ArticleId>(later), counter, candidates);
      parts[task].candidates += candidates.size();
      for (const TruePair& pair : std::ranges::equal_range(truth, later, {}, &TruePair::later)) {
        parts[task].found += std::ranges::binary_search(candidates, pair.earlier, {}, &Candidate::earlier) ? 1U : 0U;
      }
    }
  });
  Counted sum;
  for (const auto& part : parts) sum.candidates += part.candidates, sum.found += part.found;
  return sum;
}

double query_speed(const BandIndex& index) {
  BandIndex::Counter counter(index);
  std::vector<Candidate> candidates;
  const std::size_t queries = std::min(index.size(), kQueries);
  const auto start = std::chrono::steady_clock::now();
  for (std::size_t i = 0; i < queries; ++i) {
    candidates.clear();
    index.candidates_before(static_cast<ArticleId>(index.size() * (i + 1) / queries - 1), counter, candidates);
  }
  return static_cast<double>(queries) / seconds_since(start);
}

void measure_banding(ParameterRow& row, const std::vector<MinHash>& sketches, std::span<const TruePair> truth, double threshold,
                     const Executor& executor) {
  const auto banding = solve_banding({.slots = row.slots, .threshold = threshold, .recall = row.recall});
  if (!banding) return;
  row.banding = *banding;
  row.solved = banding->recall_at(threshold);
  for (const TruePair& pair : truth) row.expected += banding->recall_at(pair.resemblance) / static_cast<double>(truth.size());
  std::vector<const MinHash*> pointers;
  for (const auto& sketch : sketches) pointers.push_back(&sketch);
  const BandIndex index(pointers, *banding, executor);
  const Counted counted = count_candidates(index, truth, executor);
  row.found = {counted.found, truth.size()};
  row.measured = wilson_interval(row.found);
  row.candidates = static_cast<double>(counted.candidates) / std::max(1.0, static_cast<double>(sketches.size()));
  row.bytes = kBytesASlot * row.slots + kBytesAnEntry * banding->bands;
  row.queries_a_second = query_speed(index);
}

}  // namespace

Interval wilson_interval(Share share) {
  if (share.whole == 0) return {0, 1};
  const auto n = static_cast<double>(share.whole);
  const double p = share.value();
  const double z2 = kNormal95 * kNormal95;
  const double middle = p + z2 / (2 * n);
  const double spread = kNormal95 * std::sqrt(p * (1 - p) / n + z2 / (4 * n * n));
  return {std::max(0.0, (middle - spread) / (1 + z2 / n)), std::min(1.0, (middle + spread) / (1 + z2 / n))};
}

Result<ParameterTable> bench_parameters(const std::vector<std::string>& inputs, const ParameterOptions& options) {
  if (auto fault = fault_in_options(options)) return fail(*fault);
  const Executor executor(options.threads);
  const auto corpus = read_tokens(inputs, options, executor);
  if (!corpus) return fail(corpus.error());

  ParameterTable table{corpus->articles, corpus->unreadable, corpus->texts.size(), std::min(options.sample, corpus->texts.size()), options.threshold, {}};
  const std::size_t steps = options.shingle_words.size() * options.slots.size();
  std::size_t done = 0;
  for (const int words : options.shingle_words) {
    const auto shingles = shingles_of(corpus->texts, words, executor);
    const auto truth = true_pairs(shingles, options.sample, options.threshold, executor);
    for (const int slots : options.slots) {
      const auto sketches = sketches_of(shingles, slots, executor);
      const double speed = sketching_speed(corpus->bodies, words, slots);
      for (const double recall : options.recalls) {
        ParameterRow row;
        row.slots = slots, row.shingle_words = words, row.recall = recall, row.megabytes_a_second = speed;
        measure_banding(row, sketches, truth, options.threshold, executor);
        table.rows.push_back(row);
      }
      if (options.progress) options.progress({"candidates", ++done, steps});
    }
  }
  return table;
}

std::optional<ParameterRow> best_within(const ParameterTable& table, double bytes) {
  std::optional<ParameterRow> best;
  for (const auto& row : table.rows) {
    if (!row.banding || row.bytes > bytes) continue;
    const auto rank = [](const ParameterRow& r) { return std::tuple(r.found.value(), -r.candidates, -r.bytes); };
    if (!best || rank(row) > rank(*best)) best = row;
  }
  return best;
}

}  // namespace wireprint
