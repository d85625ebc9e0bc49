// A text made ready for proof: its tokens, its shingles, and from when on each word is furniture.
//
// Plain values; any thread. Made on demand and thrown away: a run keeps only bodies and fingerprints.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "wireprint/sketch/recipe.hpp"
#include "wireprint/spread/crossing_days.hpp"
#include "wireprint/text/token_stream.hpp"

namespace wireprint {

struct PreparedText {
  std::string_view body;                         ///< not owned
  TokenStream tokens;                            ///< of the body, furniture by pattern marked
  std::vector<std::uint64_t> distinct_shingles;  ///< of all tokens, sorted
  std::vector<Day> recurring_from;               ///< by token: furniture for pairs whose horizon is this day or later; or kNever
};

/// A word is furniture when the sampled shingles on both sides of it are (at an end: that on the one side); so the
/// later of their two crossing days decides.
[[nodiscard]] PreparedText prepare_text(std::string_view body, TokenStream tokens, const Recipe& recipe, const CrossingDays& spread);

/// The story of a text as of a horizon: what is left when furniture is taken off.
struct Story {
  std::vector<std::uint32_t> positions;          ///< of its tokens in PreparedText::tokens, ascending
  std::vector<std::uint64_t> words;              ///< hashes of these tokens
  std::vector<std::uint64_t> distinct_shingles;  ///< sorted
};

[[nodiscard]] Story story_of(const PreparedText& text, Day horizon, const Recipe& recipe);

}  // namespace wireprint
