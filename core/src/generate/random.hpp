// Random numbers of our own: the standard's distributions differ between libraries.
#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <span>

#include "wireprint/base/hash.hpp"

namespace wireprint {

/// SplitMix64 (Steele, Lea, Flood 2014). Integers only, so that every machine draws the same.
class Random {
 public:
  explicit Random(std::uint64_t seed) : state_(seed) {}

  std::uint64_t next() {
    state_ += 0x9e3779b97f4a7c15U;
    return mix64(state_);
  }

  /// In [0, bound).
  std::uint64_t below(std::uint64_t bound) { return scale(static_cast<std::uint32_t>(next() >> 32U), bound); }

  std::int64_t between(std::int64_t low, std::int64_t high) {
    return low + static_cast<std::int64_t>(below(static_cast<std::uint64_t>(high - low) + 1));
  }

  bool chance(std::uint32_t per_mille) { return below(1000) < per_mille; }

  static std::uint64_t scale(std::uint32_t fraction, std::uint64_t bound) { return (static_cast<std::uint64_t>(fraction) * bound) >> 32U; }

 private:
  std::uint64_t state_;
};

/// A rank in [2^first_octave - 1, 2^octaves - 1) with probability falling as 1 / rank (Zipf), from 64 random bits: each
/// octave is as likely as any other, and even inside.
inline std::uint32_t zipf_rank(std::uint64_t bits, std::uint32_t octaves, std::uint32_t first_octave = 0) {
  const auto octave = first_octave + static_cast<std::uint32_t>(Random::scale(static_cast<std::uint32_t>(bits >> 32U), octaves - first_octave));
  const std::uint32_t first = std::uint32_t{1} << octave;
  return first - 1 + (static_cast<std::uint32_t>(bits) & (first - 1));
}

/// Draws from a distribution given by its values at ascending shares (per mille), straight between them.
struct QuantilePoint {
  std::uint32_t per_mille = 0;
  std::int64_t value = 0;
};

inline std::int64_t draw(std::span<const QuantilePoint> points, Random& random) {
  const std::uint64_t at = random.below(1'000'000);
  for (std::size_t i = 1; i < points.size(); ++i) {
    const std::uint64_t low = std::uint64_t{points[i - 1].per_mille} * 1000;
    const std::uint64_t high = std::uint64_t{points[i].per_mille} * 1000;
    if (at >= high && i + 1 < points.size()) continue;
    const auto part = static_cast<std::int64_t>(at - low);
    return points[i - 1].value + (points[i].value - points[i - 1].value) * part / static_cast<std::int64_t>(high - low);
  }
  return points.back().value;
}

}  // namespace wireprint
