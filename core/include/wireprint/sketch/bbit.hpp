// b-bit MinHash: the lowest bits of each slot, packed (Li, König: b-Bit Minwise Hashing, WWW 2010).
//
// One bit a slot makes a sketch of 128 slots 16 bytes long; chance makes half of the slots equal then, which the
// estimate takes off, at the price of variance. Pure functions; callable from any thread.
#pragma once

#include <cstdint>
#include <vector>

#include "wireprint/base/result.hpp"
#include "wireprint/sketch/minhash.hpp"

namespace wireprint {

struct BBitMinHash {
  int bits = 1;                      ///< of each slot: 1, 2, 4 or 8
  std::uint32_t slots = 0;           ///< 0 of an empty set
  std::vector<std::uint64_t> words;  ///< slot i at bit i * bits, from the lowest bit of the first word; the rest is 0

  friend bool operator==(const BBitMinHash&, const BBitMinHash&) = default;
};

/// Errors: InvalidArgument for `bits` other than 1, 2, 4 and 8.
[[nodiscard]] Result<BBitMinHash> shorten(const MinHash& sketch, int bits);

/// An unbiased estimate of the Jaccard resemblance: (p - c) / (1 - c), where p is the share of equal slots and
/// c = 2^-bits what chance makes equal. Its variance is at most P(1-P) / slots / (1-c)^2 with P = J + c(1-J). May be
/// below 0. 0 if either set is empty. Both have as many slots of as many bits.
[[nodiscard]] double estimate_resemblance(const BBitMinHash& a, const BBitMinHash& b);

}  // namespace wireprint
