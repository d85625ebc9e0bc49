// From UTF-8 to normalised tokens.
//
// In this order, each step on the whole text: repair (invalid UTF-8 becomes U+FFFD, one for each maximal subpart);
// NFKC_Casefold; canonical decomposition; nonspacing marks (Mn) removed whose base, the last code point before them
// that is no mark, is a letter of Latin, Greek, Arabic or Hebrew script, and the diaeresis of Cyrillic ё; canonical
// composition; one single quote, one double quote, one dash; then words are cut.
// A word is a maximal run of letters, digits and marks; an apostrophe joins two letters, a point or a comma two
// digits, and a letter's or digit's marks belong to it. A digit is any number character (N) outside Han.
// Runs of Han, Kana, Thai, Lao, Khmer and Myanmar letters give bigrams of extended grapheme clusters; a lone one is a
// token. Compatibility forms may give several tokens one source character, whose ranges then overlap.
// Pure functions; callable from any thread.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "wireprint/text/token_stream.hpp"

namespace wireprint {

/// Version of Unicode that the tables are made from, as "15.0".
[[nodiscard]] std::string_view unicode_version();

/// The hash of a token that is normalised and holds no zero byte: what tokenize() and hash_tokens() give for it.
[[nodiscard]] std::uint64_t hash_token(std::string_view normalized);

/// Tokens with ranges and flags. `text` may hold any bytes, at most 4 GiB.
[[nodiscard]] TokenStream tokenize(std::string_view text);

/// tokenize() without the hashes, for who has them: that array is left empty.
[[nodiscard]] TokenStream place_tokens(std::string_view text);

/// The hashes of tokenize(text) alone, several times as fast. Clears `hashes` and reuses its memory.
/// Returns how many invalid UTF-8 subparts were repaired.
std::uint64_t hash_tokens(std::string_view text, std::vector<std::uint64_t>& hashes);

/// The normalised text before words are cut, for people and tests.
[[nodiscard]] std::string normalize(std::string_view text);

}  // namespace wireprint
