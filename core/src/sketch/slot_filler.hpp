// The rounds of fast similarity sketching.
#pragma once

#include <cstdint>
#include <limits>
#include <span>

namespace wireprint {

/// More than any value that a slot gets, but for one hash in 2^64, which then counts for nothing in its round.
inline constexpr std::uint64_t kEmptySlot = std::numeric_limits<std::uint64_t>::max();

inline constexpr std::size_t kMostSlots = 1024;

/// Fills all of `least`, as many as slots, a power of two up to kMostSlots, from a set of one or more well-mixed hashes.
///
/// In round r a hash x has the value x * c, modulo 2^64, for an odd constant c of the round. In a round below the number of slots the
/// value's highest bits are its slot; in round slots + i all values go to slot i, so that the last slot is filled at the
/// latest in round 2 * slots - 1. A slot keeps the least value of the first round that reaches it.
void fill_slots(std::span<const std::uint64_t> hashes, std::span<std::uint64_t> least);

}  // namespace wireprint
