// A sentence is a few numbers: its words are drawn anew each time it is printed, so a story needs no room for text.
#pragma once

#include <cstdint>

#include "generate/desk.hpp"
#include "generate/vocabulary.hpp"

namespace wireprint {

struct Sentence {
  std::uint64_t words = 0;    ///< seed of the words
  std::uint64_t figures = 0;  ///< seed of the numbers; sentences of one form differ in this alone
  std::uint64_t change = 0;   ///< 0, or the seed of the words that an editor replaced
  bool dense = false;         ///< many figures, as in a market report
  bool quoted = false;
  bool opens_paragraph = false;
};

/// About so many words has a sentence; a CJK one so many characters.
inline constexpr std::uint32_t kMeanWords = 20;

/// Appends the sentence with its full stop.
void write_sentence(TextBuffer& text, const Sentence& sentence, const Vocabulary& vocabulary, const Desk& desk);

/// Appends `count` words as a headline, without a full stop.
void write_headline(TextBuffer& text, std::uint64_t seed, const Vocabulary& vocabulary);

/// Appends a name of one or two words: of a town, a person, an outlet.
void write_name(TextBuffer& text, std::uint64_t seed, const Vocabulary& vocabulary, int words);

}  // namespace wireprint
