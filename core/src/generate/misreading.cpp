#include "generate/misreading.hpp"

namespace wireprint {
namespace {

// With texts of which each has one to ten characters in a hundred misread, the 3-, 4- and 5-grams of words of true copies
// resemble each other by 0.30, 0.26 and 0.23 on average: what Silcock et al. (2023) found between scanned newspapers.
constexpr std::uint32_t kStretch = 24;           // characters
constexpr std::uint32_t kMisreadInStretch = 280;  // per mille

// As a scanner confuses them.
char misread(char letter) {
  switch (letter) {
    case 'l': return '1';
    case 'o': return '0';
    case 'e': return 'c';
    case 'h': return 'b';
    case 'n': return 'u';
    case 'u': return 'n';
    case 'i': return 'j';
    case 'r': return 't';
    default: return letter;
  }
}

bool begins_character(char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U; }

// `hits()` is asked once for each character that may be misread.
template <class Hits>
void damage(TextBuffer& text, std::size_t begin, Hits hits) {
  std::size_t to = begin;
  bool dropped = false;
  for (std::size_t from = begin; from < text.size(); ++from) {
    char byte = *text.at(from);
    const bool escape = byte == '\\' || *text.at(from - 1) == '\\';  // begin follows a quotation mark
    if (begins_character(byte)) dropped = false;
    if (!escape && begins_character(byte) && hits()) {
      dropped = misread(byte) == byte;
      byte = misread(byte);
    }
    if (!dropped) *text.at(to++) = byte;
  }
  text.drop(text.size() - to);
}

}  // namespace

void misread_evenly(TextBuffer& text, std::size_t begin, std::uint32_t per_mille, Random& random) {
  damage(text, begin, [&] { return random.chance(per_mille); });
}

void misread_in_stretches(TextBuffer& text, std::size_t begin, std::uint32_t per_mille, Random& random) {
  std::uint32_t at = 0;
  bool faint = false;
  damage(text, begin, [&] {
    if (at++ % kStretch == 0) faint = random.below(kMisreadInStretch) < per_mille;
    return faint && random.chance(kMisreadInStretch);
  });
}

}  // namespace wireprint
