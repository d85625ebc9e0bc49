#include "article/stripped_text.hpp"

#include <utility>

namespace wireprint {

void StrippedText::skip_to(std::size_t to) {
  if (to <= place_.bytes) return;
  advance(place_, source_.substr(place_.bytes, to - place_.bytes));
  changed_ = true;
}

void StrippedText::copy_up_to(std::size_t to) {
  if (to <= place_.bytes) return;
  const SourcePlace from = place_;
  const auto piece = source_.substr(from.bytes, to - from.bytes);
  advance(place_, piece);
  text_.append(piece);
  map_.append(static_cast<std::uint32_t>(piece.size()), from, place_);
}

void StrippedText::replace(std::size_t length, std::string_view text) {
  const SourcePlace from = place_;
  advance(place_, source_.substr(from.bytes, length));
  text_.append(text);
  map_.append(static_cast<std::uint32_t>(text.size()), from, place_);
  changed_ = true;
}

void StrippedText::give_to(Article& article) {
  if (map_.empty()) map_.append(1, {}, {});  // a text of nothing has a source all the same
  article.body = std::move(text_);
  article.body_source = std::move(map_);
}

}  // namespace wireprint
