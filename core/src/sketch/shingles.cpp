#include "wireprint/sketch/shingles.hpp"

#include <algorithm>

#include "sketch/shingle_kernels.hpp"
#include "wireprint/base/hash.hpp"

namespace wireprint {
void hash_shingles(std::span<const std::uint64_t> tokens, int k, std::uint64_t seed, std::vector<std::uint64_t>& shingles) {
  const std::size_t width = std::min(tokens.size(), static_cast<std::size_t>(k));
  shingles.resize(tokens.empty() ? 0 : tokens.size() - width + 1);
  roll_shingles(tokens, width, mix64(seed + width), shingles);
}

void make_distinct(std::vector<std::uint64_t>& hashes) {
  std::sort(hashes.begin(), hashes.end());
  hashes.erase(std::unique(hashes.begin(), hashes.end()), hashes.end());
}

std::uint64_t count_common(std::span<const std::uint64_t> a, std::span<const std::uint64_t> b) {
  std::uint64_t common = 0;
  for (std::size_t i = 0, j = 0; i < a.size() && j < b.size();) {
    const std::uint64_t x = a[i];
    const std::uint64_t y = b[j];
    common += x == y ? 1U : 0U;
    i += x <= y ? 1U : 0U;
    j += y <= x ? 1U : 0U;
  }
  return common;
}

}  // namespace wireprint
