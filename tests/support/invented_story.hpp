// Running text of invented words: long enough to be a story, and no two seeds share a sentence.
#pragma once

#include <string>

#include "support/random_text.hpp"

namespace wireprint::test {

inline std::string invented_word(Random& random) {
  static constexpr const char* kSyllables[] = {"ba", "do", "fen", "gri", "hol", "ka", "lum", "mer", "no", "pel", "rus", "si", "tor", "vun", "wex", "zil"};
  std::string word;
  for (int i = 0; i < 3; ++i) word += kSyllables[random.below(16)];
  return word;
}

/// `words` words in sentences of twelve.
inline std::string story(std::uint64_t seed, int words) {
  Random random(seed);
  std::string text;
  for (int i = 0; i < words; ++i) {
    std::string word = invented_word(random);
    if (i % 12 == 0) word[0] = static_cast<char>(word[0] - 'a' + 'A');
    const bool last = i % 12 == 11 || i + 1 == words;
    text += word + (!last ? " " : i % 60 == 59 ? ".\n" : ". ");
  }
  return text;
}

}  // namespace wireprint::test
