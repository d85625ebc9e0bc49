// Shingles sampled by their content: two texts that share a shingle below a bound keep it both, any other neither.
//
// Of a text with few below the bound, the m smallest are kept instead (bottom-k, Broder 1997), so that a brief has a
// sample too. Pure functions; callable from any thread.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace wireprint {

/// A hash below this is always in the sample of one in `one_in`.
[[nodiscard]] constexpr std::uint64_t sample_bound(int one_in) {
  return one_in <= 1 ? ~std::uint64_t{0} : ~std::uint64_t{0} / static_cast<std::uint64_t>(one_in);
}

/// The sample of a text's shingle hashes, sorted and distinct.
[[nodiscard]] std::vector<std::uint64_t> sample_shingles(std::span<const std::uint64_t> shingles, int one_in, int floor);

/// The sample of the union of two texts' shingles, from samples taken with the same `one_in` and `floor`.
[[nodiscard]] std::vector<std::uint64_t> merge_samples(std::span<const std::uint64_t> a, std::span<const std::uint64_t> b, int one_in, int floor);

}  // namespace wireprint
