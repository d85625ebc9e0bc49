// Code points that normalisation makes something of at once, whatever stands around them, in tables that the fast path
// can look up: those of two bytes, and general punctuation. Made of the Unicode tables; see easy_points.cpp.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

namespace wireprint::unicode {

/// What one code point becomes: at most as many bytes as it has itself.
struct EasyPoint {
  std::array<char, 4> bytes{};  ///< room for a whole store
  std::uint8_t length = 0;      ///< 0: it is not easy
  bool sheds_marks = false;     ///< ends in a letter that sheds marks
};

/// 128 code points that begin with one of two bytes, an even one and the next: Cyrillic's D0 and D1, Arabic's D8 and D9.
/// Index i is the low bit of the first byte, then six bits of the second. A set of them is 16 bytes; bit i % 8 of byte i / 8.
struct EasyPage {
  using Set = std::array<std::uint8_t, 16>;
  std::array<std::uint8_t, 128> second{};  ///< the second byte of what it becomes
  Set same_size{};                         ///< becomes two bytes of this page
  Set other_lead{};                        ///< of these: begins with the page's other byte
  Set letters{};                           ///< of normalised text: letters that no mark follows unseen
  Set gaps{};                              ///< of normalised text: of no word
  Set sheds_marks{};                       ///< as EasyPoint's
  bool useful = false;                     ///< most of its letters are in same_size
};

struct EasyPoints {
  std::array<EasyPoint, 0x800> two_bytes{};  ///< by code point; those below U+0080 are not easy
  std::array<EasyPoint, 0x40> punctuation{}; ///< U+2000 to U+203F
  std::array<EasyPage, 16> pages{};          ///< by bits 1 to 4 of the first byte
};

/// Made at the first call, the same ever after. From any thread.
[[nodiscard]] const EasyPoints& easy_points();

[[nodiscard]] inline bool holds(const EasyPage::Set& set, std::size_t i) { return ((set[i / 8] >> (i % 8)) & 1U) != 0; }

}  // namespace wireprint::unicode
