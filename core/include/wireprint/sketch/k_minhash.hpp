// Classic MinHash: k hash functions, the least value under each (Broder 1997).
//
// It hashes every element k times, where minhash.hpp does so about once, and keeps 64 bits where that keeps 16. It is
// the oracle of that one, and the sketch to take where sketches have to be merged. Pure functions; any thread.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace wireprint {

struct KMinHash {
  std::vector<std::uint64_t> least;  ///< one a hash function; none of an empty set

  friend bool operator==(const KMinHash&, const KMinHash&) = default;
};

/// The sketch of a set of 64-bit hashes; repeated ones count once. `functions` is at least 1.
[[nodiscard]] KMinHash k_minhash(std::span<const std::uint64_t> hashes, int functions);

/// The sketch of the union. Both have as many functions, or one is of an empty set.
[[nodiscard]] KMinHash merge(const KMinHash& a, const KMinHash& b);

/// An unbiased estimate of the Jaccard resemblance, of variance J(1-J)/k. 0 if either set is empty.
[[nodiscard]] double estimate_resemblance(const KMinHash& a, const KMinHash& b);

}  // namespace wireprint
