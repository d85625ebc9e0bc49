// The shingles that stand in both of two texts: what a comparison begins with.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "wireprint/verify/prepared_text.hpp"

namespace wireprint {

/// A distinct shingle of both texts: where the first of its seeds stands in each.
struct CommonShingle {
  std::uint32_t in_a = 0;
  std::uint32_t in_b = 0;
};

/// In the order of the shingles. Seeds are sorted.
[[nodiscard]] std::vector<CommonShingle> common_shingles(std::span<const Seed> a, std::span<const Seed> b);

/// The same of two texts, several times as fast: each shingle of the one with fewer is looked up in its part of the other.
[[nodiscard]] std::vector<CommonShingle> common_shingles(const PreparedText& a, const PreparedText& b);

/// The seeds of the shingle that begins at `first`: all places of it.
[[nodiscard]] std::span<const Seed> places_from(std::span<const Seed> seeds, std::size_t first);

/// Numbers of distinct shingles of a, of b, and of both.
struct ShingleOverlap {
  std::uint64_t a = 0;
  std::uint64_t b = 0;
  std::uint64_t common = 0;

  [[nodiscard]] Share jaccard() const { return {common, a + b - common}; }
};

/// Of all text.
[[nodiscard]] ShingleOverlap overlap_of(const PreparedText& a, const PreparedText& b, std::span<const CommonShingle> common);

/// Of the stories; these by place, as story_shingles() gives them. Of a shingle that occurs more than once, one place in the story is enough.
[[nodiscard]] ShingleOverlap story_overlap_of(const PreparedText& a, std::span<const std::uint8_t> story_a, const PreparedText& b,
                                              std::span<const std::uint8_t> story_b, std::span<const CommonShingle> common);

}  // namespace wireprint
