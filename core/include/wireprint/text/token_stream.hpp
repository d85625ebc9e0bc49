// The words of a text, normalised and hashed, each with its place in the source and what is known of it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace wireprint {

/// A half-open range of bytes in the UTF-8 source.
struct TextRange {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  friend bool operator==(const TextRange&, const TextRange&) = default;
};

/// Bits of a token's flags.
enum TokenFlag : std::uint8_t {
  kNumber = 1,          ///< holds a digit
  kCapitalised = 2,     ///< its first letter is upper case or title case in the source
  kQuoted = 4,          ///< stands inside quotation marks
  kParagraphStart = 8,  ///< first token after a line break, and the first of all
};

/// What the pattern table took a token for (see furniture.hpp). Story is everything else.
enum class FurnitureKind : std::uint8_t {
  Story, Byline, Dateline, AgencyCredit, Promo, RelatedLinks, Newsletter, Copyright, Caption, Stray,
  Recurring  ///< not by pattern: its shingles recur for weeks (see wireprint/spread)
};

/// Parallel arrays, one entry a token, in the order of the source.
struct TokenStream {
  std::vector<std::uint64_t> hashes;  ///< of the normalised token
  std::vector<TextRange> ranges;      ///< smallest range of the source from which the token's letters come
  std::vector<std::uint8_t> flags;    ///< TokenFlag bits
  std::vector<FurnitureKind> kinds;   ///< all Story until mark_furniture()
  std::uint64_t repaired = 0;         ///< invalid UTF-8 subparts read as U+FFFD

  [[nodiscard]] std::size_t size() const { return hashes.size(); }
};

}  // namespace wireprint
