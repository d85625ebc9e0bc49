// Words by their letters: what is left to go by where letters were misread, as by a scanner.
//
// Each word is known by the first letters that stand from its begin on, gaps left out, whatever words they belong to: so a
// gap that was lost or read into a word costs as little as a letter. Pure functions; callable from any thread.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "wireprint/text/token_stream.hpp"

namespace wireprint {

/// The normalised code points of a text's tokens, one after the other.
struct Spelling {
  std::u32string letters;
  std::vector<std::uint32_t> begins;  ///< of each token, and the end

  [[nodiscard]] std::size_t size() const { return begins.empty() ? 0 : begins.size() - 1; }
  [[nodiscard]] std::u32string_view operator[](std::size_t token) const {
    return std::u32string_view(letters).substr(begins[token], begins[token + 1] - begins[token]);
  }
};

/// Of the tokens that tokenize() cuts. `text` may hold any bytes, at most 4 GiB.
[[nodiscard]] Spelling spell(std::string_view text);

/// Letters by which a word is known: about two words. More is blinder to misreadings; fewer finds phrases that all share.
inline constexpr std::size_t kGramLetters = 10;

/// One hash for each token: of the kGramLetters code points from its begin on; of fewer at the text's end.
[[nodiscard]] std::vector<std::uint64_t> hash_letters(const Spelling& spelling);

/// Whether two words may be one, of which letters were misread: two in five of the longer one's, rounded down, may
/// have to be changed, put in or taken out (Levenshtein 1966). Words of one or two letters have to be equal.
[[nodiscard]] bool may_be_one_word(std::u32string_view a, std::u32string_view b);

}  // namespace wireprint
