// Fingerprints of generated texts, as the file in fixtures/ holds them.
#pragma once

#include <cstdint>
#include <vector>

#include "support/random_sets.hpp"
#include "wireprint/sketch/fingerprint.hpp"

namespace wireprint::test {

inline Recipe recipe_of_stored() {
  Recipe recipe;
  recipe.unicode = "15.0";
  recipe.minhash_slots = 64;
  recipe.seed = 42;
  return recipe;
}

/// Of texts of `words` words out of a vocabulary of 5,000.
inline std::vector<std::uint64_t> generated_tokens(std::size_t words, std::uint64_t seed) {
  Random random(seed);
  std::vector<std::uint64_t> tokens(words);
  for (auto& t : tokens) t = mix64(random.below(5000) + 1);
  return tokens;
}

/// Of 300 words, of three, of none.
inline std::vector<Fingerprint> stored_fingerprints() {
  Sketcher sketcher(recipe_of_stored());
  return {sketcher.sketch(generated_tokens(300, 1)), sketcher.sketch(generated_tokens(3, 2)), sketcher.sketch({})};
}

}  // namespace wireprint::test
