// How fingerprints were made. It travels with them: two recipes never compare.
//
// Plain values; any thread.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "wireprint/base/result.hpp"

namespace wireprint {

/// Values of Recipe::text: versions of the normaliser, of the rules that cut words, and of the hashes of tokens, shingles and
/// slots. A token is a word; or it is known by its letters, where these may be misread (see text/letters.hpp).
inline constexpr std::string_view kWordsText = "wireprint-text-2";
inline constexpr std::string_view kLettersText = "wireprint-letters-2";

struct Recipe {
  std::string text{kWordsText};
  std::string unicode;                    ///< version of its tables; empty when the tokens came from elsewhere
  int shingle_words = 5;                  ///< k, 1 to 32. More is stricter and blinder to small edits
  std::uint64_t seed = 0;                 ///< changes every hash of a shingle
  int minhash_slots = 128;                ///< a power of two, 16 to 1024; the standard error is at most 0.5 / sqrt(slots)
  int sample_one_in = 8;                  ///< share of the shingles kept for containment; 16 halves memory and costs 0.8 points of recall
  int sample_floor = 16;                  ///< at least so many shingles are kept of a short text
  int spread_rate = 100;                  ///< articles a day that are counted for the spread in time

  friend bool operator==(const Recipe&, const Recipe&) = default;
};

/// For text that a scanner read: words are known by their letters, and more of them are sampled, since most are misread.
[[nodiscard]] Recipe ocr_recipe();

[[nodiscard]] inline bool is_by_letters(const Recipe& recipe) { return recipe.text == kLettersText; }

/// Errors: InvalidArgument for a field out of its range.
[[nodiscard]] std::optional<Error> fault_in(const Recipe& recipe);

/// Nothing when fingerprints of the two may be compared; else an Incompatible that names the first field that differs.
[[nodiscard]] std::optional<Error> incompatibility(const Recipe& ours, const Recipe& theirs);

}  // namespace wireprint
