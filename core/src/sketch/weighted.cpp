#include "wireprint/sketch/weighted.hpp"

#include <algorithm>

#include "wireprint/base/hash.hpp"

namespace wireprint {
namespace {

// The first is the hash itself, so that a set without weights is sketched as ever.
std::uint64_t repetition(std::uint64_t hash, std::uint64_t i) { return i == 0 ? hash : mix64(hash ^ mix64(i)); }

}  // namespace

std::vector<std::uint64_t> repeat_by_weight(std::span<const WeightedHash> set) {
  std::vector<WeightedHash> sorted(set.begin(), set.end());
  std::ranges::sort(sorted, {}, &WeightedHash::hash);
  std::vector<std::uint64_t> repeated;
  std::uint64_t i = 0;
  for (std::size_t at = 0; at < sorted.size(); ++at) {
    if (at == 0 || sorted[at].hash != sorted[at - 1].hash) i = 0;
    for (const std::uint64_t end = i + sorted[at].weight; i < end; ++i) repeated.push_back(repetition(sorted[at].hash, i));
  }
  return repeated;
}

std::vector<WeightedHash> count_repeats(std::span<const std::uint64_t> hashes) {
  std::vector<std::uint64_t> sorted(hashes.begin(), hashes.end());
  std::ranges::sort(sorted);
  std::vector<WeightedHash> counts;
  for (const std::uint64_t h : sorted) {
    if (counts.empty() || counts.back().hash != h) counts.push_back({h, 0});
    ++counts.back().weight;
  }
  return counts;
}

}  // namespace wireprint
