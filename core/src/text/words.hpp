// Cuts normalised text into words and bigrams of grapheme clusters.
#pragma once

#include <cstddef>
#include <string_view>

#include "text/unicode_tables.hpp"
#include "text/utf8.hpp"

namespace wireprint {

/// Calls `sink(begin, end)` for each token, a range of bytes of `text`, in order. Bigrams overlap.
/// `text` has to be well-formed UTF-8.
template <class Sink>
class WordCutter {
 public:
  WordCutter(std::string_view text, Sink& sink) : text_(text), sink_(sink) {}

  void run() {
    std::size_t at = 0;
    while (at < text_.size()) {
      const Point point = point_at(at);
      if (in_word(point.word_class)) {
        const std::size_t end = word_end(point.end);
        sink_(at, end);
        at = end;
      } else if (point.word_class == unicode::WordClass::Cluster) {
        at = cut_clusters(at, marks_end(point.end));
      } else {
        at = point.end;
      }
    }
  }

 private:
  using WordClass = unicode::WordClass;

  struct Point {
    WordClass word_class;
    std::size_t end;
  };

  static bool in_word(WordClass c) {
    return c == WordClass::Letter || c == WordClass::Digit || c == WordClass::Mark;
  }

  [[nodiscard]] Point point_at(std::size_t at) const {
    const auto decoded = utf8::decode_valid(text_, at);
    return {unicode::entry_of(decoded.point).word_class(), at + decoded.length};
  }

  [[nodiscard]] std::size_t word_end(std::size_t at) const {
    while (at < text_.size()) {
      const Point point = point_at(at);
      if (!in_word(point.word_class) && !joins(point.word_class, at)) return at;
      at = point.end;
    }
    return at;
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
