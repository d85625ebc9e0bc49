// A text in the making, piece by piece from its source, and where each piece was.
//
// Used by one thread at a time. The source has to outlive it and is less than 4 GiB.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "wireprint/article/article.hpp"

namespace wireprint {

class StrippedText {
 public:
  explicit StrippedText(std::string_view source) : source_(source) {}

  /// Leaves out the source up to byte `to`; places behind are left as they are.
  void skip_to(std::size_t to);

  /// Copies the source up to byte `to`.
  void copy_up_to(std::size_t to);

  /// `text` in place of the source's next `length` bytes.
  void replace(std::size_t length, std::string_view text);

  /// `text` that has no source.
  void insert(std::string_view text) { replace(0, text); }

  [[nodiscard]] bool changed() const { return changed_; }
  [[nodiscard]] std::size_t at() const { return place_.bytes; }  ///< bytes of the source that are dealt with
  [[nodiscard]] const std::string& text() const { return text_; }

  /// Makes the text the article's body.
  void give_to(Article& article);

 private:
  std::string_view source_;
  std::string text_;
  SourcePlace place_;
  SourceMap map_;
  bool changed_ = false;
};

}  // namespace wireprint
