// Word k-grams as 64-bit hashes, rolled over the hashes of the tokens and never built as strings.
//
// Pure functions; callable from any thread.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace wireprint {

/// One hash for each run of `k` tokens, by position; a text shorter than `k` is one shingle, an empty one none.
/// Each hash is that of the polynomial sum(token[i] * B^(k-1-i)) modulo 2^64 (Karp, Rabin 1987), mixed with the seed.
/// Clears `shingles` and reuses its memory.
void hash_shingles(std::span<const std::uint64_t> tokens, int k, std::uint64_t seed, std::vector<std::uint64_t>& shingles);

/// Sorts and removes what occurs twice.
void make_distinct(std::vector<std::uint64_t>& hashes);

/// How many values stand in both; each is sorted and distinct.
[[nodiscard]] std::uint64_t count_common(std::span<const std::uint64_t> a, std::span<const std::uint64_t> b);

}  // namespace wireprint
