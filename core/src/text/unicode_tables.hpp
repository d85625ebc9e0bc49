// What the text stage knows of each code point. The tables in unicode_tables.cpp are written by
// make_unicode_tables.cpp; both sides share the layout given here.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

namespace wireprint::unicode {

/// What a code point is to the cutter of words. Of normalised text only.
enum class WordClass : std::uint8_t {
  Other,
  Letter,      ///< also spacing marks that no grapheme cluster takes in
  Digit,       ///< any number character outside Han
  Mark,        ///< extends the grapheme cluster before it
  Cluster,     ///< opens a grapheme cluster of Han, Kana, Thai, Lao, Khmer or Myanmar
  Apostrophe,  ///< joins two letters
  Separator    ///< point and comma: joins two digits
};

/// How a code point is normalised.
enum class Kind : std::uint8_t {
  Direct,   ///< becomes one code point, whatever follows
  Expand,   ///< becomes several, or none
  Mark,     ///< a mark that stays itself; what becomes of it depends on what stands before it
  Context,  ///< becomes something that may combine with what stands before it
};

/// One code point's entry, packed: class 3 bits, kind 2, upper 1, sheds 1, value 25 (signed).
class Entry {
 public:
  constexpr explicit Entry(std::uint32_t bits) : bits_(bits) {}
  constexpr Entry(WordClass word_class, Kind kind, bool upper, bool sheds, std::int32_t value)
      : bits_(static_cast<std::uint32_t>(word_class) | (static_cast<std::uint32_t>(kind) << 3U) |
              (upper ? 32U : 0U) | (sheds ? 64U : 0U) | (static_cast<std::uint32_t>(value) << 7U)) {}

  [[nodiscard]] constexpr std::uint32_t bits() const { return bits_; }
  [[nodiscard]] constexpr WordClass word_class() const { return static_cast<WordClass>(bits_ & 7U); }
  [[nodiscard]] constexpr Kind kind() const { return static_cast<Kind>((bits_ >> 3U) & 3U); }
  [[nodiscard]] constexpr bool upper() const { return (bits_ & 32U) != 0; }  ///< upper or title case
  /// Becomes a letter of Latin, Greek, Arabic or Hebrew, whose nonspacing marks are removed.
  [[nodiscard]] constexpr bool sheds_marks() const { return (bits_ & 64U) != 0; }

  /// Direct: what to add to the code point.
  [[nodiscard]] constexpr std::int32_t delta() const { return static_cast<std::int32_t>(bits_) >> 7; }
  /// Expand and Context: a stretch of kExpansions.
  [[nodiscard]] constexpr std::size_t expansion_begin() const { return bits_ >> 12U; }
  [[nodiscard]] constexpr std::size_t expansion_size() const { return (bits_ >> 7U) & 31U; }
  /// Mark: canonical combining class; may compose with what stands before it; general category Mn.
  [[nodiscard]] constexpr std::uint8_t combining_class() const { return static_cast<std::uint8_t>(bits_ >> 7U); }
  [[nodiscard]] constexpr bool composes_back() const { return (bits_ & (1U << 15U)) != 0; }
  [[nodiscard]] constexpr bool nonspacing() const { return (bits_ & (1U << 16U)) != 0; }

 private:
  std::uint32_t bits_;
};

/// first + second = composite, among code points that normalised text may hold; Hangul is by arithmetic.
struct Composition {
  char32_t first;
  char32_t second;
  char32_t composite;
};

inline constexpr unsigned kBlockBits = 6;
inline constexpr char32_t kBlockMask = (1U << kBlockBits) - 1;

extern const std::string_view kVersion;
extern const std::uint16_t kBlockOf[0x110000 >> kBlockBits];
extern const std::uint32_t kEntries[];
extern const char32_t kExpansions[];
extern const std::span<const Composition> kCompositions;         ///< sorted by first, then second
extern const std::span<const std::uint16_t> kByComposite;        ///< indices into it, sorted by composite

[[nodiscard]] inline Entry entry_of(char32_t c) {
  return Entry(kEntries[(std::size_t{kBlockOf[c >> kBlockBits]} << kBlockBits) | (c & kBlockMask)]);
}

/// What an Expand or Context code point becomes.
[[nodiscard]] inline std::span<const char32_t> expansion_of(Entry entry) {
  return {kExpansions + entry.expansion_begin(), entry.expansion_size()};
}

}  // namespace wireprint::unicode
