// Random numbers, sets and pairs of sets, the same for a seed on every machine.
#pragma once

#include <algorithm>
#include <cstdint>
#include <vector>

#include "wireprint/base/hash.hpp"
#include "wireprint/sketch/shingles.hpp"

namespace wireprint::test {

/// SplitMix64 (Steele, Lea, Flood 2014).
class Random {
 public:
  using result_type = std::uint64_t;  // so that the distributions of <random> take it
  explicit Random(std::uint64_t seed) : state_(mix64(seed ^ 0x5851f42d4c957f2dU)) {}

  std::uint64_t operator()() { return mix64(state_ += 0x9e3779b97f4a7c15U); }
  static constexpr std::uint64_t min() { return 0; }
  static constexpr std::uint64_t max() { return ~std::uint64_t{0}; }

  /// In [0, end), for an end that is small next to 2^64.
  std::uint64_t below(std::uint64_t end) { return (*this)() % end; }
  /// In [0, 1).
  double unit() { return static_cast<double>((*this)() >> 11U) * 0x1p-53; }

 private:
  std::uint64_t state_;
};

inline std::vector<std::uint64_t> random_hashes(std::size_t count, Random& random) {
  std::vector<std::uint64_t> hashes(count);
  for (auto& h : hashes) h = random();
  return hashes;
}

/// How many elements two sets have in both, in the first alone and in the second alone.
struct PairShape {
  std::size_t common = 0;
  std::size_t only_a = 0;
  std::size_t only_b = 0;

  [[nodiscard]] std::size_t size_a() const { return common + only_a; }
  [[nodiscard]] std::size_t size_b() const { return common + only_b; }
  [[nodiscard]] std::size_t size_of_union() const { return common + only_a + only_b; }
  [[nodiscard]] double resemblance() const { return static_cast<double>(common) / static_cast<double>(size_of_union()); }
  [[nodiscard]] double containment_of_a() const { return static_cast<double>(common) / static_cast<double>(size_a()); }
};

/// Two sets of `size` elements whose resemblance is as near to `resemblance` as that size allows.
inline PairShape pair_of_size(std::size_t size, double resemblance) {
  const auto n = static_cast<double>(size);
  const auto common = static_cast<std::size_t>(2 * n * resemblance / (1 + resemblance) + 0.5);
  return {common, size - common, size - common};
}

struct SetPair {
  std::vector<std::uint64_t> a;
  std::vector<std::uint64_t> b;
};

/// Draws both afresh, in the memory that they have.
inline void draw(SetPair& pair, const PairShape& shape, Random& random) {
  pair.a.resize(shape.size_a());
  pair.b.resize(shape.size_b());
  for (auto& h : pair.a) h = random();
  std::copy_n(pair.a.begin(), shape.common, pair.b.begin());
  for (std::size_t i = shape.common; i < pair.b.size(); ++i) pair.b[i] = random();
}

inline SetPair random_pair(const PairShape& shape, Random& random) {
  SetPair pair;
  draw(pair, shape, random);
  return pair;
}

}  // namespace wireprint::test
