#include "text/easy_points.hpp"

#include <string_view>

#include "base/utf8.hpp"
#include "text/unicode_tables.hpp"

namespace wireprint::unicode {
namespace {

// Nothing that is a mark, or may combine with what stands before it.
bool stands_alone(Entry entry) { return entry.kind() == Kind::Direct || (entry.kind() == Kind::Expand && entry.expansion_size() != 0); }

EasyPoint easy_point(char32_t point, std::size_t own_bytes) {
  const Entry entry = entry_of(point);
  EasyPoint easy;
  if (!stands_alone(entry)) return easy;
  std::array<char, 128> bytes{};  // an expansion has at most 31 code points
  std::size_t length = 0;
  const auto put = [&](char32_t part) { length += utf8::encode(part, bytes.data() + length); };
  if (entry.kind() == Kind::Direct) {
    put(point + static_cast<char32_t>(entry.delta()));
    easy.sheds_marks = entry.sheds_marks();
  } else {
    for (const char32_t part : expansion_of(entry)) {
      if (entry_of(part).kind() == Kind::Mark) return easy;
      put(part);
      easy.sheds_marks = entry_of(part).sheds_marks();
    }
  }
  if (length > own_bytes) return easy;
  for (std::size_t i = 0; i < length; ++i) easy.bytes[i] = bytes[i];
  easy.length = static_cast<std::uint8_t>(length);
  return easy;
}

void add(EasyPage::Set& set, std::size_t i) { set[i / 8] = static_cast<std::uint8_t>(set[i / 8] | (1U << (i % 8))); }

EasyPage easy_page(std::size_t number, const EasyPoints& points) {
  EasyPage page;
  int letters = 0, kept = 0;
  for (std::size_t i = 0; i < 128; ++i) {
    const std::size_t code = number * 128 + i;
    const auto word_class = entry_of(static_cast<char32_t>(code)).word_class();
    if (word_class == WordClass::Letter) add(page.letters, i), ++letters;
    if (word_class == WordClass::Other) add(page.gaps, i);
    const EasyPoint& point = points.two_bytes[code];
    const auto byte = [&](std::size_t at) { return static_cast<unsigned char>(point.bytes[at]); };
    if (point.length != 2 || (byte(0) & 0xfeU) != (0xc0U | (number << 1U))) continue;
    page.second[i] = byte(1);
    add(page.same_size, i);
    if (point.sheds_marks) add(page.sheds_marks, i);
    if ((byte(0) & 1U) != i / 64) add(page.other_lead, i);
    kept += word_class == WordClass::Letter ? 1 : 0;
  }
  page.useful = kept > 0 && 2 * kept > letters;
  return page;
}

EasyPoints make() {
  EasyPoints all;
  for (char32_t c = 0x80; c < 0x800; ++c) all.two_bytes[c] = easy_point(c, 2);
  for (char32_t c = 0; c < 0x40; ++c) all.punctuation[c] = easy_point(0x2000 + c, 3);
  for (std::size_t number = 1; number < 16; ++number) all.pages[number] = easy_page(number, all);
  return all;
}

}  // namespace

const EasyPoints& easy_points() {
  static const EasyPoints points = make();
  return points;
}

}  // namespace wireprint::unicode
