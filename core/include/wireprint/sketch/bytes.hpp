// Sketches as bytes and back, in the format of core/src/sketch/FORMAT.md: with version, recipe and checksum, the same
// on every machine.
//
// Pure functions; callable from any thread.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "wireprint/base/result.hpp"
#include "wireprint/sketch/bbit.hpp"
#include "wireprint/sketch/fingerprint.hpp"
#include "wireprint/sketch/k_minhash.hpp"
#include "wireprint/sketch/recipe.hpp"
#include "wireprint/sketch/simhash.hpp"

namespace wireprint {

/// What from_bytes() finds: sketches of one kind, all made after one recipe.
template <class Sketch>
struct StoredSketches {
  Recipe recipe;
  std::vector<Sketch> sketches;
};

/// `Sketch` is Fingerprint, MinHash, KMinHash, BBitMinHash, SimHash64 or SimHash128. All of `sketches` are made after
/// `recipe`, which is without fault.
template <class Sketch>
[[nodiscard]] std::string to_bytes(const Recipe& recipe, std::span<const Sketch> sketches);

/// Takes memory only after length, version and checksum have been found right, and then in proportion to the bytes.
///
/// Errors: BadInput, with the reason, for bytes that are no such file, cut short, damaged, or that hold what no sketch of
/// that recipe can be; Incompatible for another version of the format or another kind of sketch.
template <class Sketch>
[[nodiscard]] Result<StoredSketches<Sketch>> from_bytes(std::string_view bytes);

}  // namespace wireprint
