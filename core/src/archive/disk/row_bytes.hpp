// The bytes of rows and of their keys, by construction the same on every machine. Numbers in rows are varints or
// little-endian; numbers in keys are big-endian, so that keys sort as numbers do.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "archive/disk/varint.hpp"

namespace wireprint {

class RowWriter {
 public:
  void put(std::uint64_t value) { append_varint(bytes_, value); }
  void put_signed(std::int64_t value) { put(static_cast<std::uint64_t>(value) << 1U ^ static_cast<std::uint64_t>(value >> 63U)); }  // zigzag
  void put_text(std::string_view text) {
    put(text.size());
    bytes_ += text;
  }
  /// `size` bytes, little-endian.
  void put_fixed(std::uint64_t value, unsigned size) {
    for (unsigned i = 0; i < size; ++i) bytes_ += static_cast<char>(value >> (8 * i) & 0xffU);
  }
  [[nodiscard]] std::string take() { return std::move(bytes_); }

 private:
  std::string bytes_;
};

/// After the first read that fails every further one gives zeros, and ok() is false.
class RowReader {
 public:
  explicit RowReader(std::string_view bytes) : rest_(bytes) {}

  std::uint64_t get() {
    const auto value = ok_ ? take_varint(rest_) : std::nullopt;
    ok_ = value.has_value();
    return value.value_or(0);
  }
  /// At most `most`; a greater one is damage.
  std::uint64_t get_up_to(std::uint64_t most) {
    const std::uint64_t value = get();
    ok_ = ok_ && value <= most;
    return ok_ ? value : 0;
  }
  std::uint32_t get32() { return static_cast<std::uint32_t>(get_up_to(0xffffffffU)); }
  bool get_bool() { return get_up_to(1) == 1; }
  std::int64_t get_signed() {
    const std::uint64_t value = get();
    return static_cast<std::int64_t>(value >> 1U ^ (~(value & 1U) + 1));
  }
  std::string get_text() { return std::string(take(get())); }
  std::uint64_t get_fixed(unsigned size) {
    std::uint64_t value = 0;
    const auto bytes = take(size);
    for (unsigned i = 0; i < bytes.size(); ++i) value |= static_cast<std::uint64_t>(static_cast<unsigned char>(bytes[i])) << (8 * i);
    return value;
  }
  /// A number of things of at least `least` bytes each, that the rest can hold.
  std::size_t get_count(std::size_t least) { return static_cast<std::size_t>(get_up_to(rest_.size() / least)); }

  void require(bool holds) { ok_ = ok_ && holds; }

  [[nodiscard]] bool ok() const { return ok_; }
  [[nodiscard]] bool done() const { return ok_ && rest_.empty(); }  ///< everything was read, and was right

 private:
  std::string_view take(std::uint64_t size) {
    ok_ = ok_ && size <= rest_.size();
    if (!ok_) return {};
    const auto taken = rest_.substr(0, size);
    rest_.remove_prefix(size);
    return taken;
  }

  std::string_view rest_;
  bool ok_ = true;
};

inline void append_key(std::string& key, std::uint64_t value, unsigned size) {
  for (unsigned i = size; i > 0; --i) key += static_cast<char>(value >> (8 * (i - 1)) & 0xffU);
}

/// `size` bytes from `at`, big-endian.
inline std::uint64_t key_number(std::string_view key, std::size_t at, unsigned size) {
  std::uint64_t value = 0;
  for (unsigned i = 0; i < size && at + i < key.size(); ++i) value = value << 8U | static_cast<unsigned char>(key[at + i]);
  return value;
}

/// Days sort as numbers when the sign is turned.
inline std::uint32_t sortable(std::int32_t day) { return static_cast<std::uint32_t>(day) ^ 0x80000000U; }
inline std::int32_t day_of_sortable(std::uint32_t value) { return static_cast<std::int32_t>(value ^ 0x80000000U); }

}  // namespace wireprint
