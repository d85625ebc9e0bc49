// The tokens of a text as a recipe asks for them.
//
// Pure functions; callable from any thread.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "wireprint/sketch/recipe.hpp"
#include "wireprint/text/token_stream.hpp"

namespace wireprint {

/// The hashes of tokens_by() alone. Clears `hashes` and reuses its memory. Returns how many invalid UTF-8 subparts were repaired.
std::uint64_t hash_tokens_by(const Recipe& recipe, std::string_view text, std::vector<std::uint64_t>& hashes);

[[nodiscard]] TokenStream tokens_by(const Recipe& recipe, std::string_view text);

}  // namespace wireprint
