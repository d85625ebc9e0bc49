// Numbers as little-endian bytes, by construction, and back without ever reading past the end.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace wireprint {

class ByteWriter {
 public:
  template <class Number>
  void put(Number value) {
    for (std::size_t i = 0; i < sizeof(Number); ++i) bytes_ += static_cast<char>(static_cast<std::uint64_t>(value) >> (8 * i) & 0xffU);
  }

  void put_text(std::string_view text) {
    put(static_cast<std::uint16_t>(text.size()));
    bytes_ += text;
  }

  void put_bytes(std::string_view bytes) { bytes_ += bytes; }

  [[nodiscard]] const std::string& bytes() const { return bytes_; }

 private:
  std::string bytes_;
};

/// After the first read past the end every further one gives zeros, and `ok()` is false.
class ByteReader {
 public:
  explicit ByteReader(std::string_view bytes) : rest_(bytes) {}

  template <class Number>
  Number get() {
    const std::string_view taken = take(sizeof(Number));
    std::uint64_t value = 0;
    for (std::size_t i = 0; i < taken.size(); ++i) value |= static_cast<std::uint64_t>(static_cast<unsigned char>(taken[i])) << (8 * i);
    return static_cast<Number>(value);
  }

  std::string get_text() { return std::string(take(get<std::uint16_t>())); }

  /// A number of things of at least `least_size` bytes each; 0, and no longer ok, where the rest cannot hold so many.
  template <class Number>
  std::size_t get_count(std::size_t least_size) {
    const auto count = static_cast<std::uint64_t>(get<Number>());
    if (count <= rest_.size() / least_size) return static_cast<std::size_t>(count);
    ok_ = false;
    return 0;
  }

  [[nodiscard]] bool ok() const { return ok_; }
  [[nodiscard]] std::size_t left() const { return rest_.size(); }

 private:
  std::string_view take(std::size_t size) {
    ok_ = ok_ && size <= rest_.size();
    if (!ok_) return {};
    const auto taken = rest_.substr(0, size);
    rest_.remove_prefix(size);
    return taken;
  }

  std::string_view rest_;
  bool ok_ = true;
};

}  // namespace wireprint
