// Greedy string tiling: the first half of an alignment.
#pragma once

#include <span>
#include <vector>

#include "wireprint/verify/alignment.hpp"

namespace wireprint {

/// Seeded runs by place in a; no word stands in two.
[[nodiscard]] std::vector<AlignedRun> tile(std::span<const std::uint64_t> words_a, std::span<const Seed> seeds_a,
                                           std::span<const std::uint64_t> words_b, std::span<const Seed> seeds_b);

}  // namespace wireprint
