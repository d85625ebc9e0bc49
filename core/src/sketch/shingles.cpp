#include "wireprint/sketch/shingles.hpp"

#ifndef HWY_COMPILE_ONLY_STATIC  // for one instruction set, Highway is headers alone and does not sort
#include <hwy/contrib/sort/vqsort.h>
#endif

#include <algorithm>

#include "sketch/shingle_kernels.hpp"
#include "wireprint/base/hash.hpp"

namespace wireprint {
namespace {

// Highway's sorting networks take 3 ns a value where std::sort takes 20; for a handful of values it is the other way round.
void sort_values(std::vector<std::uint64_t>& values) {
#ifndef HWY_COMPILE_ONLY_STATIC
  constexpr std::size_t kHandful = 32;
  if (values.size() >= kHandful) return hwy::Sorter()(values.data(), values.size(), hwy::SortAscending());
#endif
  std::sort(values.begin(), values.end());
}

}  // namespace

void hash_shingles(std::span<const std::uint64_t> tokens, int k, std::uint64_t seed, std::vector<std::uint64_t>& shingles) {
  const std::size_t width = std::min(tokens.size(), static_cast<std::size_t>(k));
  shingles.resize(tokens.empty() ? 0 : tokens.size() - width + 1);
  roll_shingles(tokens, width, mix64(seed + width), shingles);
}

void make_distinct(std::vector<std::uint64_t>& hashes) {
  sort_values(hashes);
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
