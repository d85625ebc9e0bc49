#include "report/columns.hpp"

#include <utf8proc.h>

#include <algorithm>

namespace wireprint {
namespace {

constexpr int kGap = 2;

struct Character {
  std::string_view bytes;
  int width = 1;
  bool space = false;  ///< white space or a control character
};

bool is_blank(utf8proc_int32_t point) {
  const auto category = utf8proc_category(point);
  return category == UTF8PROC_CATEGORY_CC || category == UTF8PROC_CATEGORY_ZS || category == UTF8PROC_CATEGORY_ZL ||
         category == UTF8PROC_CATEGORY_ZP;
}

// Takes the first character off `rest`.
Character take(std::string_view& rest) {
  const auto* bytes = reinterpret_cast<const utf8proc_uint8_t*>(rest.data());
  utf8proc_int32_t point = 0;
  const auto length = utf8proc_iterate(bytes, static_cast<utf8proc_ssize_t>(rest.size()), &point);
  Character character{rest.substr(0, length > 0 ? static_cast<std::size_t>(length) : 1)};
  if (length > 0) character.width = utf8proc_charwidth(point), character.space = is_blank(point);
  rest.remove_prefix(character.bytes.size());
  return character;
}

// The longest prefix that fits, whole characters with their marks.
std::string_view prefix_of_width(std::string_view text, int width) {
  std::string_view rest = text;
  std::size_t fitting = 0;
  while (!rest.empty()) {
    const Character character = take(rest);
    width -= character.width;
    if (width < 0) break;
    fitting += character.bytes.size();
  }
  return text.substr(0, fitting);
}

// Where to break a line that has to end within `fitting` bytes: behind a word, or within one that is longer than a line.
std::size_t break_of(std::string_view text, std::size_t fitting) {
  if (fitting == text.size() || text[fitting] == ' ') return fitting;
  const std::size_t space = text.substr(0, fitting).rfind(' ');
  return space == std::string_view::npos ? fitting : space;
}

}  // namespace

int display_width(std::string_view text) {
  int width = 0;
  while (!text.empty()) width += take(text).width;
  return width;
}

std::string one_line(std::string_view text) {
  std::string line;
  bool gap = false;
  while (!text.empty()) {
    const Character character = take(text);
    if (!character.space) {
      if (gap && !line.empty()) line += ' ';
      line += character.bytes;
    }
    gap = character.space;
  }
  return line;
}

std::string shortened(std::string_view text, int width) {
  if (display_width(text) <= width) return std::string(text);
  return std::string(prefix_of_width(text, width - 1)) + "…";
}

std::string padded(std::string_view text, int width) {
  const int missing = std::max(0, width - display_width(text));
  return std::string(text) + std::string(static_cast<std::size_t>(missing), ' ');
}

std::vector<std::string> wrapped(std::string_view text, int width) {
  std::vector<std::string> lines;
  while (!text.empty()) {
    std::string_view after_one = text;
    const std::size_t one = take(after_one).bytes.size();  // a line takes one character however narrow it is
    const std::size_t end = std::max(one, break_of(text, prefix_of_width(text, width).size()));
    lines.emplace_back(text.substr(0, end));
    text.remove_prefix(end);
    if (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  }
  return lines;
}

std::vector<int> Table::widths() const {
  std::vector<int> widths;
  for (const auto& row : rows_) {
    if (row.size() > widths.size()) widths.resize(row.size(), 0);
    for (std::size_t i = 0; i < row.size(); ++i) widths[i] = std::max(widths[i], display_width(row[i]));
  }
  return widths;
}

std::vector<std::string> Table::lines() const {
  const std::vector<int> all = widths();
  std::vector<std::string> lines;
  for (const auto& row : rows_) {
    std::string line;
    for (std::size_t i = 0; i < row.size(); ++i) {
      line += i + 1 < row.size() ? padded(row[i], all[i] + kGap) : row[i];
    }
    lines.push_back(line.substr(0, line.find_last_not_of(' ') + 1));
  }
  return lines;
}

}  // namespace wireprint
