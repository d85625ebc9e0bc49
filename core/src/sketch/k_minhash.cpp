#include "wireprint/sketch/k_minhash.hpp"

#include <algorithm>
#include <cassert>
#include <limits>

#include "wireprint/base/hash.hpp"

namespace wireprint {

KMinHash k_minhash(std::span<const std::uint64_t> hashes, int functions) {
  assert(functions > 0 && "at least one hash function");
  if (hashes.empty()) return {};
  KMinHash sketch{std::vector<std::uint64_t>(static_cast<std::size_t>(functions), std::numeric_limits<std::uint64_t>::max())};
  for (std::size_t i = 0; i < sketch.least.size(); ++i) {
    const std::uint64_t offset = mix64(i + 1);
    for (const std::uint64_t x : hashes) sketch.least[i] = std::min(sketch.least[i], mix64(x ^ offset));
  }
  return sketch;
}

KMinHash merge(const KMinHash& a, const KMinHash& b) {
  if (a.least.empty()) return b;
  if (b.least.empty()) return a;
  assert(a.least.size() == b.least.size() && "sketches of two recipes never merge");
  KMinHash merged = a;
  for (std::size_t i = 0; i < merged.least.size(); ++i) merged.least[i] = std::min(a.least[i], b.least[i]);
  return merged;
}

double estimate_resemblance(const KMinHash& a, const KMinHash& b) {
  if (a.least.empty() || b.least.empty()) return 0.0;
  assert(a.least.size() == b.least.size() && "sketches of two recipes never compare");
  std::size_t equal = 0;
  for (std::size_t i = 0; i < a.least.size(); ++i) equal += a.least[i] == b.least[i] ? 1U : 0U;
  return static_cast<double>(equal) / static_cast<double>(a.least.size());
}

}  // namespace wireprint
