#include "wireprint/sketch/sample.hpp"

#include <algorithm>
#include <array>

#include "sketch/shingle_kernels.hpp"
#include "wireprint/sketch/shingles.hpp"

namespace wireprint {
namespace {

constexpr std::size_t kChunk = 1024;

}  // namespace

std::vector<std::uint64_t> sample_shingles(std::span<const std::uint64_t> shingles, int one_in, int floor) {
  const std::uint64_t bound = sample_bound(one_in);
  std::vector<std::uint64_t> sample;
  std::array<std::uint64_t, kChunk + kCopyRoom> below;
  for (std::size_t at = 0; at < shingles.size(); at += kChunk) {
    const std::size_t found = copy_below(shingles.subspan(at, std::min(kChunk, shingles.size() - at)), bound, below.data());
    sample.insert(sample.end(), below.begin(), below.begin() + static_cast<std::ptrdiff_t>(found));
  }
  make_distinct(sample);
  const auto least = static_cast<std::size_t>(floor);
  if (sample.size() >= least) return sample;

  sample.assign(shingles.begin(), shingles.end());
  make_distinct(sample);
  if (sample.size() > least) sample.resize(least);
  return sample;
}

// The union's m smallest are among those of its parts, and so is all that lies below the bound.
std::vector<std::uint64_t> merge_samples(std::span<const std::uint64_t> a, std::span<const std::uint64_t> b, int one_in, int floor) {
  std::vector<std::uint64_t> both(a.begin(), a.end());
  both.insert(both.end(), b.begin(), b.end());
  return sample_shingles(both, one_in, floor);
}

}  // namespace wireprint
