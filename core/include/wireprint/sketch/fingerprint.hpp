// All that is kept of a text to find its copies: made of all of it, furniture included, and never changed later.
//
// Plain values; a Sketcher is used by one thread at a time.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "wireprint/base/hash.hpp"
#include "wireprint/sketch/minhash.hpp"
#include "wireprint/sketch/recipe.hpp"

namespace wireprint {

struct Fingerprint {
  Hash128 exact;                       ///< of the sequence of tokens: equal for texts that are equal after normalisation
  MinHash minhash;                     ///< of the distinct shingles; empty for an empty text
  std::vector<std::uint64_t> samples;  ///< sampled shingles, sorted, distinct
  std::uint32_t words = 0;             ///< tokens
};

/// Makes fingerprints after one recipe; keeps scratch memory from text to text.
class Sketcher {
 public:
  /// `recipe` has to be without fault (see fault_in).
  explicit Sketcher(Recipe recipe) : recipe_(std::move(recipe)) {}

  /// `tokens` are the hashes of all tokens of a text, in order.
  [[nodiscard]] Fingerprint sketch(std::span<const std::uint64_t> tokens);

 private:
  Recipe recipe_;
  std::vector<std::uint64_t> shingles_;
};

}  // namespace wireprint
