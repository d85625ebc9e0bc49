#include "engine/recipe_tokens.hpp"

#include "wireprint/text/letters.hpp"
#include "wireprint/text/tokenizer.hpp"

namespace wireprint {

std::uint64_t hash_tokens_by(const Recipe& recipe, std::string_view text, std::vector<std::uint64_t>& hashes) {
  const std::uint64_t repaired = hash_tokens(text, hashes);
  if (is_by_letters(recipe)) hashes = hash_letters(spell(text));
  return repaired;
}

TokenStream tokens_by(const Recipe& recipe, std::string_view text) {
  TokenStream tokens = tokenize(text);
  if (is_by_letters(recipe)) tokens.hashes = hash_letters(spell(text));
  return tokens;
}

}  // namespace wireprint
