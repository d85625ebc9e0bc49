#include "wireprint/sketch/shingles.hpp"

#include <algorithm>

#include "wireprint/base/hash.hpp"

namespace wireprint {
namespace {

constexpr std::uint64_t kBase = 0x9e3779b97f4a7c15U;  // odd, so that no token's weight loses a bit

std::uint64_t power(std::uint64_t base, std::size_t exponent) {
  std::uint64_t result = 1;
  while (exponent-- > 0) result *= base;
  return result;
}

}  // namespace

void hash_shingles(std::span<const std::uint64_t> tokens, int k, std::uint64_t seed, std::vector<std::uint64_t>& shingles) {
  shingles.clear();
  if (tokens.empty()) return;
  const std::size_t width = std::min(tokens.size(), static_cast<std::size_t>(k));
  const std::uint64_t leaving_weight = power(kBase, width - 1);
  const std::uint64_t salt = mix64(seed + width);

  shingles.resize(tokens.size() - width + 1);
  std::uint64_t sum = 0;
  for (std::size_t i = 0; i < width; ++i) sum = sum * kBase + tokens[i];
  shingles[0] = mix64(sum ^ salt);
  for (std::size_t i = 1; i < shingles.size(); ++i) {
    sum = (sum - tokens[i - 1] * leaving_weight) * kBase + tokens[i + width - 1];
    shingles[i] = mix64(sum ^ salt);
  }
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
