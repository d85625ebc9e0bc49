// Sketches of weighted sets: an element of weight w stands in the set w times, each time as another hash.
//
// Every sketch of sets then estimates what it estimates with weights: the resemblance becomes
// sum(min(w_a, w_b)) / sum(max(w_a, w_b)), and an estimate keeps its variance (Haveliwala, Gionis, Indyk: Scalable
// Techniques for Clustering the Web, WebDB 2000). Weights are whole numbers, so that the bytes are the same everywhere;
// scale and round others. Pure functions; callable from any thread.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace wireprint {

struct WeightedHash {
  std::uint64_t hash = 0;
  std::uint32_t weight = 1;

  friend bool operator==(const WeightedHash&, const WeightedHash&) = default;
};

/// The hashes to give to any sketch; time and memory grow with the sum of the weights. With all weights 1 they are the
/// hashes themselves. A hash that stands in `set` more than once has the sum of its weights.
[[nodiscard]] std::vector<std::uint64_t> repeat_by_weight(std::span<const WeightedHash> set);

/// How often each hash occurs, by hash.
[[nodiscard]] std::vector<WeightedHash> count_repeats(std::span<const std::uint64_t> hashes);

}  // namespace wireprint
