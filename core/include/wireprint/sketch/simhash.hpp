// SimHash: the angle between two bags of features from a few bits (Charikar: Similarity Estimation Techniques from
// Rounding Algorithms, STOC 2002; as Manku, Jain, Das Sarma 2007 use it on pages).
//
// Bit i says whether more than half of the hashes have bit i set. Pure functions; callable from any thread.
#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <span>

namespace wireprint {

template <int Bits>
struct SimHash {
  static_assert(Bits == 64 || Bits == 128);
  std::array<std::uint64_t, Bits / 64> words{};

  friend bool operator==(const SimHash&, const SimHash&) = default;
};

using SimHash64 = SimHash<64>;
using SimHash128 = SimHash<128>;

/// Of well-mixed 64-bit hashes in any order. One that is repeated counts each time; for a set give each once. Of none,
/// all bits are 0.
[[nodiscard]] SimHash64 simhash64(std::span<const std::uint64_t> hashes);
[[nodiscard]] SimHash128 simhash128(std::span<const std::uint64_t> hashes);

/// How many bits differ.
template <int Bits>
[[nodiscard]] int hamming_distance(const SimHash<Bits>& a, const SimHash<Bits>& b) {
  int distance = 0;
  for (std::size_t i = 0; i < a.words.size(); ++i) distance += std::popcount(a.words[i] ^ b.words[i]);
  return distance;
}

/// The share of the bits that differ, an estimate of the angle between the two bags in units of pi. Its variance is
/// p(1-p) / Bits, and its mean p is the angle itself for bags of hundreds; sets of odd and even size of a few elements
/// are off it, since half of an even number is no majority.
template <int Bits>
[[nodiscard]] double estimate_angle(const SimHash<Bits>& a, const SimHash<Bits>& b) {
  return hamming_distance(a, b) / static_cast<double>(Bits);
}

}  // namespace wireprint
