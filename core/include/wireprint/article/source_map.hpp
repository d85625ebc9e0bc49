// Where the bytes of a text stand in the source that it was made from by taking mark-up off.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace wireprint {

/// A place in a source, counted in three ways.
struct SourcePlace {
  std::uint32_t bytes = 0;
  std::uint32_t points = 0;  ///< Unicode code points
  std::uint32_t utf16 = 0;   ///< units of UTF-16

  friend bool operator==(const SourcePlace&, const SourcePlace&) = default;
};

/// Moves over the characters that begin in `text`.
void advance(SourcePlace& place, std::string_view text);

/// A value; any thread. Empty when the text is its own source.
class SourceMap {
 public:
  /// A stretch of the text and the place that it comes from.
  struct Piece {
    std::uint32_t begin = 0;  // in the text
    std::uint32_t length = 0;
    SourcePlace from;
    SourcePlace to;

    [[nodiscard]] bool verbatim() const { return to.bytes - from.bytes == length; }
  };
  [[nodiscard]] bool empty() const { return pieces_.empty(); }

  /// The text's next `length` bytes come from [from, to) of the source: byte for byte where the lengths are equal, else
  /// as a whole. Calls go forward in both.
  void append(std::uint32_t length, SourcePlace from, SourcePlace to);

  /// Where in the source the character at byte `offset` of `text` begins, and where the one before it ends. `text` is
  /// the whole text. Not for an empty map.
  [[nodiscard]] SourcePlace begin_of(std::string_view text, std::uint32_t offset) const;
  [[nodiscard]] SourcePlace end_of(std::string_view text, std::uint32_t offset) const;

  /// In the order of the text; append() of each makes the map again.
  [[nodiscard]] const std::vector<Piece>& pieces() const { return pieces_; }

 private:
  [[nodiscard]] const Piece& piece_at(std::uint32_t offset) const;
  [[nodiscard]] static SourcePlace inside(const Piece& piece, std::string_view text, std::uint32_t offset);

  std::vector<Piece> pieces_;
};

}  // namespace wireprint
