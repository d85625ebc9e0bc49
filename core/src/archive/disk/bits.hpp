// Numbers of any width in a row of bits, the lowest bit of a byte first; and back without ever reading past the end.
//
// Golomb-Rice codes (Golomb 1966; Rice 1979): the quotient by 2^width in ones and a zero, then `width` bits of remainder.
// Near the entropy for gaps between sorted random numbers.
#pragma once

#include <algorithm>
#include <bit>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>

namespace wireprint {

class BitWriter {
 public:
  /// The lowest `width` bits of `value`, 0 to 64.
  void put(std::uint64_t value, int width) {
    if (width > 32) {
      put_few(value & 0xffffffffU, 32);
      put_few(value >> 32U, width - 32);
    } else {
      put_few(value, width);
    }
  }

  void put_rice(std::uint64_t value, int width) {
    std::uint64_t ones = width >= 64 ? 0 : value >> static_cast<unsigned>(width);
    for (; ones >= 32; ones -= 32) put_few(0xffffffffU, 32);
    put_few((std::uint64_t{1} << ones) - 1, static_cast<int>(ones) + 1);
    put(value, width);
  }

  /// Fills the last byte with zeros; the next number begins a new one.
  void align() {
    while (held_ > 0) give_byte();
    held_ = 0;
  }

  [[nodiscard]] std::size_t size() const { return bytes_.size(); }  ///< of whole bytes
  [[nodiscard]] std::string& bytes() { return bytes_; }

 private:
  void put_few(std::uint64_t value, int width) {  // at most 33 bits on top of at most 7
    const std::uint64_t mask = (std::uint64_t{1} << static_cast<unsigned>(width)) - 1;
    pending_ |= (value & mask) << static_cast<unsigned>(held_);
    held_ += width;
    while (held_ >= 8) give_byte();
  }

  void give_byte() {
    bytes_ += static_cast<char>(pending_ & 0xffU);
    pending_ >>= 8U;
    held_ -= 8;
  }

  std::string bytes_;
  std::uint64_t pending_ = 0;
  int held_ = 0;
};

/// After the first read past the end every further one gives zeros, and `ok()` is false.
class BitReader {
 public:
  explicit BitReader(std::string_view bytes) : bytes_(bytes) {}

  /// `width` bits, 0 to 64.
  std::uint64_t get(int width) {
    if (width <= 56) return get_few(width);
    const std::uint64_t low = get_few(32);
    return low | get_few(width - 32) << 32U;
  }

  /// `most` bounds the quotient: a longer one is damage.
  std::uint64_t get_rice(int width, std::uint64_t most) {
    std::uint64_t ones = 0;
    while (true) {
      const int run = std::min(std::countr_one(peek()), 56);
      at_ += static_cast<std::uint64_t>(run);
      ones += static_cast<std::uint64_t>(run);
      if (run < 56) break;
      if (ones > most || !ok()) return spoil();
    }
    ++at_;
    if (ones > most) return spoil();
    const std::uint64_t high = width >= 64 ? 0 : ones << static_cast<unsigned>(width);
    return high | get(width);
  }

  [[nodiscard]] bool ok() const { return !spoilt_ && at_ <= 8 * static_cast<std::uint64_t>(bytes_.size()); }

 private:
  std::uint64_t get_few(int width) {
    const std::uint64_t value = peek() & ((std::uint64_t{1} << static_cast<unsigned>(width)) - 1);
    at_ += static_cast<std::uint64_t>(width);
    return value;
  }

  // At least 57 bits from here on, zeros past the end.
  [[nodiscard]] std::uint64_t peek() const {
    const std::uint64_t byte = at_ / 8;
    std::uint64_t value = 0;
    if (std::endian::native == std::endian::little && byte + sizeof(value) <= bytes_.size()) {
      std::memcpy(&value, bytes_.data() + byte, sizeof(value));  // compilers do not make one load of the bytes below
    } else {
      for (unsigned i = 0; i < sizeof(value) && byte + i < bytes_.size(); ++i) value |= byte_at(byte + i) << (8 * i);
    }
    return value >> (at_ % 8);
  }

  [[nodiscard]] std::uint64_t byte_at(std::uint64_t i) const { return static_cast<unsigned char>(bytes_[i]); }

  std::uint64_t spoil() {
    spoilt_ = true;
    return 0;
  }

  std::string_view bytes_;
  std::uint64_t at_ = 0;
  bool spoilt_ = false;
};

}  // namespace wireprint
