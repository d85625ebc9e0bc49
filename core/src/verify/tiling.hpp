// Greedy string tiling: the first half of an alignment.
#pragma once

#include <span>
#include <vector>

#include "verify/common_shingles.hpp"
#include "wireprint/verify/alignment.hpp"

namespace wireprint {

/// Seeded runs by place in a; no word stands in two.
[[nodiscard]] std::vector<AlignedRun> tile(std::span<const std::uint64_t> words_a, std::span<const Seed> seeds_a,
                                           std::span<const std::uint64_t> words_b, std::span<const Seed> seeds_b);

/// As that, of the shingles that are known to stand in both.
[[nodiscard]] std::vector<AlignedRun> tile(std::span<const std::uint64_t> words_a, std::span<const Seed> seeds_a,
                                           std::span<const std::uint64_t> words_b, std::span<const Seed> seeds_b, std::span<const CommonShingle> common);

/// Of texts whose words are spelled out: runs of words that may be one, around shingles that stand in both.
[[nodiscard]] std::vector<AlignedRun> tile_alike(const PreparedText& a, const PreparedText& b, std::span<const CommonShingle> common);

/// As align() of words and seeds; of texts whose words are spelled out, misreadings are forgiven.
[[nodiscard]] std::vector<AlignedRun> align(const PreparedText& a, const PreparedText& b, std::span<const CommonShingle> common);

}  // namespace wireprint
