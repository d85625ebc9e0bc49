// A text made ready for proof: its tokens, where its shingles stand, and from when on each word is furniture.
//
// Plain values; any thread. Made on demand and thrown away: a run keeps only bodies and fingerprints.
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <string_view>
#include <vector>

#include "wireprint/base/ids.hpp"
#include "wireprint/sketch/recipe.hpp"
#include "wireprint/spread/crossing_days.hpp"
#include "wireprint/text/letters.hpp"
#include "wireprint/text/token_stream.hpp"

namespace wireprint {

/// A shingle and the position of its first token.
struct Seed {
  std::uint64_t shingle = 0;
  std::uint32_t place = 0;

  friend auto operator<=>(const Seed&, const Seed&) = default;
};

/// The shingles of `words` by hash, then place.
[[nodiscard]] std::vector<Seed> seeds_of(std::span<const std::uint64_t> words, const Recipe& recipe);

/// Distinct words of a headline, numbers left out, sorted.
[[nodiscard]] std::vector<std::uint64_t> headline_words(std::string_view headline);

/// Jaccard resemblance of the words of two headlines; of two empty ones, nothing of nothing.
[[nodiscard]] Share headline_likeness(std::span<const std::uint64_t> a, std::span<const std::uint64_t> b);

struct PreparedText {
  std::string_view body;                     ///< not owned
  TokenStream tokens;                        ///< of the body, furniture by pattern marked
  std::vector<std::uint64_t> headline;       ///< headline_words()
  std::vector<Seed> seeds;                   ///< of all tokens, sorted
  std::vector<std::uint32_t> seed_parts;     ///< where the seeds with each value of their first bits begin; a power of two of them, about as many as seeds
  std::uint32_t distinct_shingles = 0;
  Spelling spelling;                         ///< of the tokens, where letters may have been misread; else empty
  std::vector<Day> recurring_from;           ///< by token: furniture for pairs whose horizon is this day or later; or kNever

  [[nodiscard]] bool is_spelled() const { return spelling.size() > 0; }

  /// Tokens in a shingle: k, or all of a shorter text.
  [[nodiscard]] std::size_t shingle_width() const { return tokens.size() - seeds.size() + 1; }
};

/// A word is furniture when the sampled shingles on both sides of it are (by letters: three on each; at an end: those on the one side), so the
/// latest of their crossing days decides.
[[nodiscard]] PreparedText prepare_text(std::string_view body, TokenStream tokens, std::string_view headline, const Recipe& recipe,
                                        const CrossingDays& spread);

/// As that, where crossing days are kept elsewhere: `crossing` is asked once for each sampled shingle.
using CrossingOf = std::function<Day(std::uint64_t)>;
[[nodiscard]] PreparedText prepare_text(std::string_view body, TokenStream tokens, std::string_view headline, const Recipe& recipe, const CrossingOf& crossing);

/// As much of it as may_be_copy() and shared_story() ask: without body and headline, and of the tokens only hashes and kinds are needed.
[[nodiscard]] PreparedText prepare_words(TokenStream tokens, const Recipe& recipe, const CrossingDays& spread);
[[nodiscard]] PreparedText prepare_words(TokenStream tokens, const Recipe& recipe, const CrossingOf& crossing);

/// Sets from when on each word of a text is furniture by its spread in time.
void set_spread(PreparedText& text, const Recipe& recipe, const CrossingOf& crossing);

/// Which words are story as of a horizon: those that neither a pattern nor their spread in time makes furniture.
struct StoryMask {
  std::vector<std::uint8_t> words;  ///< by token: 1 for story
  std::uint32_t count = 0;          ///< story words
};

[[nodiscard]] StoryMask story_of(const PreparedText& text, Day horizon);

/// By place: 1 where all words of the shingle are story.
[[nodiscard]] std::vector<std::uint8_t> story_shingles(const PreparedText& text, const StoryMask& story);

}  // namespace wireprint
