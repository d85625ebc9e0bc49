// Word k-grams as 64-bit hashes, made of the hashes of the tokens and never built as strings.
//
// Pure functions; callable from any thread.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace wireprint {

/// One hash for each run of `k` tokens, by position; a text shorter than `k` is one shingle, an empty one none.
/// Each is the exclusive or of the tokens' hashes, each turned left by 13 bits more than the one behind it (a cyclic
/// polynomial: Cohen 1997; Lemire, Kaser 2010), mixed with the seed. Tokens are well-mixed hashes, as of hash_token(). Clears `shingles` and reuses its memory.
void hash_shingles(std::span<const std::uint64_t> tokens, int k, std::uint64_t seed, std::vector<std::uint64_t>& shingles);

/// Sorts and removes what occurs twice.
void make_distinct(std::vector<std::uint64_t>& hashes);

/// How many values stand in both; each is sorted and distinct.
[[nodiscard]] std::uint64_t count_common(std::span<const std::uint64_t> a, std::span<const std::uint64_t> b);

}  // namespace wireprint
