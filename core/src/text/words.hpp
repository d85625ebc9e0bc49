// Cuts normalised text into words and bigrams of grapheme clusters.
#pragma once

#include <array>
#include <cstddef>
#include <string_view>

#include "text/unicode_tables.hpp"
#include "base/utf8.hpp"

namespace wireprint {

/// What a byte of normalised text says by itself. Agrees with entry_of() on ASCII; a test holds it to that.
enum class ByteClass : std::uint8_t { Gap, Word, Joiner, NotAscii };

[[nodiscard]] constexpr ByteClass byte_class(unsigned byte) {
  if (byte >= 0x80) return ByteClass::NotAscii;
  const bool letter = (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
  if (letter || (byte >= '0' && byte <= '9')) return ByteClass::Word;
  return byte == '\'' || byte == '.' || byte == ',' ? ByteClass::Joiner : ByteClass::Gap;
}

inline constexpr auto kByteClass = [] {
  std::array<ByteClass, 256> classes{};
  for (unsigned byte = 0; byte < 256; ++byte) classes[byte] = byte_class(byte);
  return classes;
}();

/// Calls `sink(begin, end)` for each token, a range of bytes of `text`, in order. Bigrams overlap.
/// `text` has to be well-formed UTF-8, to end before a NUL, as a string does, and to outlive the cutter.
template <class Sink>
class WordCutter {
 public:
  WordCutter(std::string_view text, Sink& sink) : text_(text), sink_(sink) {}

  void run() {
    std::size_t at = 0;
    while ((at = skip(at, ByteClass::Gap)) < text_.size()) at = cut(at);
  }

  /// The token, run of clusters, or code point of neither that stands at `at`, where no word goes on.
  /// Clusters before `at` are not looked at. Returns its end.
  std::size_t cut(std::size_t at) {
    if (byte_at(at) == ByteClass::Word) return cut_word(at, at + 1);
    const Point point = point_at(at);
    if (in_word(point.word_class)) return cut_word(at, point.end);
    if (point.word_class == WordClass::Cluster) return cut_clusters(at, marks_end(point.end));
    return point.end;
  }

 private:
  using WordClass = unicode::WordClass;

  struct Point {
    WordClass word_class;
    std::size_t end;
  };

  // The closing NUL is a gap, so words end there; gaps have to look where they are.
  [[nodiscard]] std::size_t skip(std::size_t at, ByteClass what) const {
    while (byte_at(at) == what && at < text_.size()) ++at;
    return at;
  }

  [[nodiscard]] ByteClass byte_at(std::size_t at) const { return kByteClass[static_cast<unsigned char>(text_.data()[at])]; }

  std::size_t cut_word(std::size_t begin, std::size_t known) {
    const std::size_t end = word_end(known);
    sink_(begin, end);
    return end;
  }

  static bool in_word(WordClass c) {
    return c == WordClass::Letter || c == WordClass::Digit || c == WordClass::Mark;
  }

  [[nodiscard]] Point point_at(std::size_t at) const {
    const auto decoded = utf8::decode_valid(text_, at);
    return {unicode::entry_of(decoded.point).word_class(), at + decoded.length};
  }

  [[nodiscard]] std::size_t word_end(std::size_t at) const {
    while (true) {
      while (byte_at(at) == ByteClass::Word) ++at;
      if (byte_at(at) == ByteClass::Gap) return at;
      const Point point = point_at(at);
      if (!in_word(point.word_class) && !joins(point.word_class, at)) return at;
      at = point.end;
    }
  }

  // Whether what stands at `at`, just behind a word, holds it together with what follows.
  [[nodiscard]] bool joins(WordClass joiner, std::size_t at) const {
    if (joiner != WordClass::Apostrophe && joiner != WordClass::Separator) return false;
    const auto side = joiner == WordClass::Apostrophe ? WordClass::Letter : WordClass::Digit;
    const std::size_t next = at + 1;  // every joiner is ASCII by now
    return next < text_.size() && point_at(next).word_class == side && class_before(at) == side;
  }

  // The class of the last code point before `at` that is no mark.
  [[nodiscard]] WordClass class_before(std::size_t at) const {
    while (at > 0) {
      do --at;
      while (utf8::continues(text_[at]));
      const auto found = point_at(at).word_class;
      if (found != WordClass::Mark) return found;
    }
    return WordClass::Other;
  }

  [[nodiscard]] std::size_t marks_end(std::size_t at) const {
    while (at < text_.size() && !utf8::is_ascii(text_[at])) {
      const Point point = point_at(at);
      if (point.word_class != WordClass::Mark) break;
      at = point.end;
    }
    return at;
  }

  // A run of clusters, the first of which is [begin, end). Returns the run's end.
  std::size_t cut_clusters(std::size_t begin, std::size_t end) {
    for (bool alone = true;; alone = false) {
      const auto next_end = cluster_end(end);
      if (next_end == end) {
        if (alone) sink_(begin, end);
        return end;
      }
      sink_(begin, next_end);
      begin = end;
      end = next_end;
    }
  }

  // `at` itself when no cluster begins there.
  [[nodiscard]] std::size_t cluster_end(std::size_t at) const {
    if (at == text_.size() || utf8::is_ascii(text_[at])) return at;
    const Point point = point_at(at);
    return point.word_class == WordClass::Cluster ? marks_end(point.end) : at;
  }

  std::string_view text_;
  Sink& sink_;
};

}  // namespace wireprint
