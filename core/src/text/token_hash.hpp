// The hash of a token's bytes, for words of a few bytes: no call, no branch on the length up to 16 bytes.
//
// A word is read in words of eight bytes, padded with zeros, which no token holds: so the padding tells its length. Two
// of them become one by the folded product of 64 x 64 bits (wyhash, Wang Yi 2019), each keyed by another constant.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>

namespace wireprint {

inline constexpr std::size_t kTokenPiece = 32;  // bytes that are hashed at once

/// For each length the masks that keep so many bytes of four words of eight.
inline constexpr auto kFirstBytes = [] {
  std::array<std::array<std::uint64_t, 4>, kTokenPiece + 1> masks{};
  for (std::size_t length = 0; length <= kTokenPiece; ++length) {
    for (std::size_t i = 0; i < length; ++i) masks[length][i / 8] |= std::uint64_t{0xff} << (8 * (i % 8));
  }
  return masks;
}();

[[nodiscard]] inline std::uint64_t folded_product(std::uint64_t a, std::uint64_t b) {
  __extension__ using Wide = unsigned __int128;
  const Wide product = static_cast<Wide>(a) * b;
  return static_cast<std::uint64_t>(product) ^ static_cast<std::uint64_t>(product >> 64U);
}

/// Eight bytes, little-endian on every machine that wireprint knows (base/hash.cpp asserts it).
[[nodiscard]] inline std::uint64_t load_word(const char* bytes) {
  std::uint64_t word;
  std::memcpy(&word, bytes, sizeof word);
  return word;
}

/// Of at most 16 bytes.
[[nodiscard]] inline std::uint64_t hash_short_token(std::uint64_t a, std::uint64_t b) {
  return folded_product(a ^ 0x9e3779b97f4a7c15U, b ^ 0xd6e8feb86659fd93U);
}

/// Of at most 32 bytes: bytes behind the sixteenth add a term that is 0 when there are none.
[[nodiscard]] inline std::uint64_t hash_token_piece(std::uint64_t a, std::uint64_t b, std::uint64_t c, std::uint64_t d) {
  return hash_short_token(a, b) ^ folded_product(c, d ^ 0xa0761d6478bd642fU);
}

/// A token of at most 16 bytes. Reads 16 bytes whatever its length.
[[nodiscard]] inline std::uint64_t hash_readable_short(const char* bytes, std::size_t length) {
  const auto& masks = kFirstBytes[length];
  return hash_short_token(load_word(bytes) & masks[0], load_word(bytes + 8) & masks[1]);
}

/// A token of at most 32 bytes. Reads 32 bytes whatever its length.
[[nodiscard]] inline std::uint64_t hash_readable_piece(const char* bytes, std::size_t length) {
  const auto& masks = kFirstBytes[length];
  return hash_token_piece(load_word(bytes) & masks[0], load_word(bytes + 8) & masks[1], load_word(bytes + 16) & masks[2],
                          load_word(bytes + 24) & masks[3]);
}

/// A token of any length, without a zero byte; reads no byte behind it.
[[nodiscard]] inline std::uint64_t hash_any_token(const char* bytes, std::size_t length) {
  std::uint64_t hash = 0;
  for (std::size_t at = 0;; at += kTokenPiece) {
    std::array<char, kTokenPiece> padded{};
    const std::size_t taken = length - at < kTokenPiece ? length - at : kTokenPiece;
    std::memcpy(padded.data(), bytes + at, taken);
    const std::uint64_t piece = hash_readable_piece(padded.data(), taken);
    hash = at == 0 ? piece : folded_product(hash ^ 0xe7037ed1a0b428dbU, piece ^ 0x8ebc6af09c88c6e3U);
    if (at + kTokenPiece >= length) return hash;
  }
}

}  // namespace wireprint
