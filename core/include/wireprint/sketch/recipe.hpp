// How fingerprints were made. It travels with them: two recipes never compare.
//
// Plain values; any thread.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "wireprint/base/result.hpp"

namespace wireprint {

struct Recipe {
  std::string text = "wireprint-text-2";  ///< version of the normaliser, of the rules that cut words, and of the hashes of tokens, shingles and slots
  std::string unicode;                    ///< version of its tables; empty when the tokens came from elsewhere
  int shingle_words = 5;                  ///< k, 1 to 32. More is stricter and blinder to small edits
  std::uint64_t seed = 0;                 ///< changes every hash of a shingle
  int minhash_slots = 128;                ///< a power of two, 16 to 1024; the standard error is at most 0.5 / sqrt(slots)
  int sample_one_in = 8;                  ///< share of the shingles kept for containment; 16 halves memory and costs 0.8 points of recall
  int sample_floor = 16;                  ///< at least so many shingles are kept of a short text
  int spread_rate = 100;                  ///< articles a day that are counted for the spread in time

  friend bool operator==(const Recipe&, const Recipe&) = default;
};

/// Errors: InvalidArgument for a field out of its range.
[[nodiscard]] std::optional<Error> fault_in(const Recipe& recipe);

/// Nothing when fingerprints of the two may be compared; else an Incompatible that names the first field that differs.
[[nodiscard]] std::optional<Error> incompatibility(const Recipe& ours, const Recipe& theirs);

}  // namespace wireprint
