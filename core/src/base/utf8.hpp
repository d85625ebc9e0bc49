// Reading and writing UTF-8, one code point at a time.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace wireprint::utf8 {

inline constexpr char32_t kReplacement = 0xfffd;

/// A code point and how many bytes it took. `valid` is false for a replaced subpart.
struct Decoded {
  char32_t point = kReplacement;
  std::uint32_t length = 1;
  bool valid = false;
};

[[nodiscard]] constexpr bool is_ascii(char c) { return static_cast<unsigned char>(c) < 0x80; }
[[nodiscard]] constexpr bool continues(char c) { return (static_cast<unsigned char>(c) & 0xc0U) == 0x80; }

/// The code point at `at`, which has to be inside of `text`; U+FFFD for a maximal subpart of an ill-formed sequence
/// (The Unicode Standard, 3.9, "U+FFFD Substitution of Maximal Subparts").
[[nodiscard]] inline Decoded decode(std::string_view text, std::size_t at) {
  const auto* p = text.data() + at;
  const std::size_t left = text.size() - at;
  const auto byte = [p](std::size_t i) { return static_cast<unsigned char>(p[i]); };
  const unsigned lead = byte(0);
  if (lead < 0x80) return {lead, 1, true};
  if (lead < 0xc2 || lead > 0xf4 || left < 2) return {};
  if (lead < 0xe0) {
    if (!continues(p[1])) return {};
    return {(lead & 0x1fU) << 6U | (byte(1) & 0x3fU), 2, true};
  }
  // The second byte's range rules out overlong forms, surrogates and what lies past U+10FFFF.
  const unsigned low = lead == 0xe0 ? 0xa0U : lead == 0xf0 ? 0x90U : 0x80U;
  const unsigned high = lead == 0xed ? 0x9fU : lead == 0xf4 ? 0x8fU : 0xbfU;
  if (byte(1) < low || byte(1) > high) return {};
  if (left < 3 || !continues(p[2])) return {kReplacement, 2, false};
  if (lead < 0xf0) return {(lead & 0x0fU) << 12U | (byte(1) & 0x3fU) << 6U | (byte(2) & 0x3fU), 3, true};
  if (left < 4 || !continues(p[3])) return {kReplacement, 3, false};
  return {(lead & 0x07U) << 18U | (byte(1) & 0x3fU) << 12U | (byte(2) & 0x3fU) << 6U | (byte(3) & 0x3fU), 4, true};
}

/// decode() for text that is known to be well-formed.
[[nodiscard]] inline Decoded decode_valid(std::string_view text, std::size_t at) {
  const auto* p = text.data() + at;
  const auto bits = [p](std::size_t i) { return static_cast<unsigned char>(p[i]) & 0x3fU; };
  const unsigned lead = static_cast<unsigned char>(p[0]);
  if (lead < 0x80) return {lead, 1, true};
  if (lead < 0xe0) return {(lead & 0x1fU) << 6U | bits(1), 2, true};
  if (lead < 0xf0) return {(lead & 0x0fU) << 12U | bits(1) << 6U | bits(2), 3, true};
  return {(lead & 0x07U) << 18U | bits(1) << 12U | bits(2) << 6U | bits(3), 4, true};
}

/// Writes `point` to `to`, which has room for four bytes; returns how many were written.
inline std::size_t encode(char32_t point, char* to) {
  const auto put = [to](std::size_t i, char32_t bits) { to[i] = static_cast<char>(bits); };
  const auto tail = [point](unsigned shift) { return 0x80U | ((point >> shift) & 0x3fU); };
  if (point < 0x80) return put(0, point), 1;
  if (point < 0x800) return put(0, 0xc0U | point >> 6U), put(1, tail(0)), 2;
  if (point < 0x10000) return put(0, 0xe0U | point >> 12U), put(1, tail(6)), put(2, tail(0)), 3;
  return put(0, 0xf0U | point >> 18U), put(1, tail(12)), put(2, tail(6)), put(3, tail(0)), 4;
}

}  // namespace wireprint::utf8
