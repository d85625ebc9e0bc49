#include "text/paragraphs.hpp"

#include <algorithm>
#include <array>

namespace wireprint {
namespace {

// What stands around paragraphs in scraped text beyond ASCII: no-break, ideographic and zero-width space,
// marks of direction, byte order mark.
constexpr std::array<std::string_view, 10> kWideBlanks = {
    "\u00A0", "\u3000", "\u200B", "\u200C", "\u200D", "\u200E", "\u200F", "\u202B", "\u202C", "\uFEFF"};

constexpr bool is_ascii_blank(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }
constexpr bool is_ascii(char c) { return static_cast<unsigned char>(c) < 0x80; }

std::size_t blank_at_start(std::string_view text) {
  if (is_ascii(text.front())) return is_ascii_blank(text.front()) ? 1 : 0;
  for (const auto blank : kWideBlanks) {
    if (text.starts_with(blank)) return blank.size();
  }
  return 0;
}

std::size_t blank_at_end(std::string_view text) {
  if (is_ascii(text.back())) return is_ascii_blank(text.back()) ? 1 : 0;
  for (const auto blank : kWideBlanks) {
    if (text.ends_with(blank)) return blank.size();
  }
  return 0;
}

// Two searches for one character each: find_first_of() looks at byte after byte.
std::string_view first_line(std::string_view text) {
  const auto line = text.substr(0, text.find('\n'));
  return line.substr(0, line.find('\r'));
}

}  // namespace

std::string_view trimmed(std::string_view text) {
  std::size_t blank = 0;
  while (!text.empty() && (blank = blank_at_start(text)) > 0) text.remove_prefix(blank);
  while (!text.empty() && (blank = blank_at_end(text)) > 0) text.remove_suffix(blank);
  return text;
}

std::vector<std::string_view> paragraphs_of(std::string_view text) {
  std::vector<std::string_view> paragraphs;
  while (!text.empty()) {
    const auto line = first_line(text);
    const auto paragraph = trimmed(line);
    if (!paragraph.empty()) paragraphs.push_back(paragraph);
    text.remove_prefix(std::min(line.size() + 1, text.size()));
  }
  return paragraphs;
}

std::string_view tail_of(std::string_view text, std::size_t length) {
  if (text.size() <= length) return text;
  text.remove_prefix(text.size() - length);
  while (!text.empty() && (static_cast<unsigned char>(text.front()) & 0xC0) == 0x80) text.remove_prefix(1);
  return text;
}

}  // namespace wireprint
