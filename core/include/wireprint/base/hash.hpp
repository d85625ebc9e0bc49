// Hashing of bytes and mixing of 64-bit values, the same on every machine.
//
// Pure functions; callable from any thread.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>

namespace wireprint {

/// A 128-bit value, compared as a number.
struct Hash128 {
  std::uint64_t high = 0;
  std::uint64_t low = 0;

  /// 32 lower-case hexadecimal digits, high half first.
  [[nodiscard]] std::string hex() const;

  friend auto operator<=>(const Hash128&, const Hash128&) = default;
};

/// XXH3, 64 bits.
[[nodiscard]] std::uint64_t hash_bytes(std::string_view bytes, std::uint64_t seed = 0);

/// XXH3, 128 bits.
[[nodiscard]] Hash128 hash_bytes_128(std::string_view bytes);

/// XXH3, 128 bits, of bytes that come piece by piece: the same as of all of them at once. A value that moves.
class BytesHash {
 public:
  BytesHash();
  BytesHash(BytesHash&&) noexcept;
  BytesHash& operator=(BytesHash&&) noexcept;
  ~BytesHash();

  void add(std::string_view bytes);
  [[nodiscard]] Hash128 value() const;  ///< of all that was added so far

 private:
  struct State;
  std::unique_ptr<State> state_;
};

/// XXH3, 128 bits, of the values written one after the other as little-endian bytes.
[[nodiscard]] Hash128 hash_words_128(std::span<const std::uint64_t> values);

/// A bijection of 64-bit values whose output bits all depend on all input bits
/// (Stafford's variant 13 of the MurmurHash3 finaliser, as in SplitMix64).
[[nodiscard]] constexpr std::uint64_t mix64(std::uint64_t x) {
  x ^= x >> 30U;
  x *= 0xbf58476d1ce4e5b9U;
  x ^= x >> 27U;
  x *= 0x94d049bb133111ebU;
  return x ^ (x >> 31U);
}

}  // namespace wireprint
