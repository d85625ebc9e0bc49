// The pieces of one record, forgotten when they are too many.
//
// Used by one thread at a time.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

namespace wireprint {

class Collected {
 public:
  explicit Collected(std::size_t most) : most_(most) {}  ///< bytes

  void append(std::string_view piece) {
    size_ += piece.size();
    if (size_ > most_) {
      std::string().swap(bytes_);
      return;
    }
    if (bytes_.empty()) bytes_.reserve(piece.size() + kParserRoom);
    bytes_.append(piece);
  }

  [[nodiscard]] bool too_large() const { return size_ > most_; }
  [[nodiscard]] std::uint64_t size() const { return size_; }  ///< of all pieces, forgotten ones too
  [[nodiscard]] std::string take() { return std::move(bytes_); }

  /// Without the CR of a line that ended in CR LF.
  [[nodiscard]] std::string take_line() {
    if (bytes_.ends_with('\r')) bytes_.pop_back();
    return take();
  }

 private:
  // Parsers want room behind a record; with it in place from the start they need no copy.
  static constexpr std::size_t kParserRoom = 64;

  std::size_t most_;
  std::uint64_t size_ = 0;
  std::string bytes_;
};

}  // namespace wireprint
