// MinHash: the resemblance of two sets from sketches of a fixed size.
//
// Each element goes to one slot and the least value in a slot stays; slots that are still empty are filled by further
// rounds of hashing, so that a set of ten elements gets as good a sketch as one of ten thousand
// (Dahlgaard, Knudsen, Thorup: Fast Similarity Sketching, FOCS 2017). 16 bits of each slot are kept. They do not tell
// in which round a slot was filled, so two sketches cannot be merged into that of the union: see k_minhash.hpp.
// Pure functions; callable from any thread.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace wireprint {

using MinHash = std::vector<std::uint16_t>;

/// The sketch of a set of well-mixed 64-bit hashes; repeated ones count once. `slots` is a power of two,
/// at most 1024. The sketch of an empty set has no slots.
[[nodiscard]] MinHash minhash(std::span<const std::uint64_t> hashes, int slots);

/// An unbiased estimate of the Jaccard resemblance of the two sets: the share of equal slots, less what 16 bits make
/// equal by chance (Li, König: b-bit minwise hashing, 2010). May be slightly below 0. Its variance is at most
/// J(1-J)/slots. 0 if either set is empty; both sketches have to be of one recipe.
[[nodiscard]] double estimate_resemblance(const MinHash& a, const MinHash& b);

}  // namespace wireprint
