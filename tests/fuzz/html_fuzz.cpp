// Mark-up of any kind comes off, and every place of the text lies in the source, in order.
#include <string>

#include "article/markup.hpp"
#include "fuzz/target.hpp"

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace wireprint;
  Article article;
  article.body = fuzz::text_of(data, size);
  if (!strip_markup(article) || article.body_source.empty()) return 0;
  std::uint32_t last = 0;
  for (std::uint32_t at = 0; at < article.body.size(); ++at) {
    const auto begin = article.body_source.begin_of(article.body, at);
    const auto end = article.body_source.end_of(article.body, at + 1);
    fuzz::require(last <= begin.bytes && begin.bytes <= end.bytes && end.bytes <= size);
    fuzz::require(begin.points <= begin.bytes && begin.utf16 >= begin.points);
    last = begin.bytes;
  }
  return 0;
}
