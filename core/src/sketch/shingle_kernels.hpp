// The loops over shingles, in the vectors that the processor has. The same values on all of them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

namespace wireprint {

/// shingles[i], for each of them, from tokens[i] to tokens[i + width - 1]: mix64 of salt ^ the exclusive or of
/// rotate_left(tokens[i + j], 13 * (width - 1 - j)).
void roll_shingles(std::span<const std::uint64_t> tokens, std::size_t width, std::uint64_t salt, std::span<std::uint64_t> shingles);

inline constexpr std::size_t kCopyRoom = 8;

/// Copies the values below `bound` to `to`, in order; returns how many. `to` has room for all and kCopyRoom more.
std::size_t copy_below(std::span<const std::uint64_t> values, std::uint64_t bound, std::uint64_t* to);

}  // namespace wireprint
