#include "json_member.hpp"

#include <fmt/format.h>

#include <optional>
#include <utility>

namespace wireprint::command {
namespace {

constexpr std::string_view kBlank = " \t\r\n";

std::size_t skip_blank(std::string_view text, std::size_t at) { return std::min(text.find_first_not_of(kBlank, at), text.size()); }

// Behind the string that begins at `at`.
std::size_t behind_string(std::string_view text, std::size_t at) {
  for (++at; at < text.size() && text[at] != '"'; ++at) {
    if (text[at] == '\\') ++at;
  }
  return std::min(at + 1, text.size());
}

// Behind the value that begins at `at`.
std::size_t behind_value(std::string_view text, std::size_t at) {
  int depth = 0;
  while (at < text.size()) {
    const char c = text[at];
    if (c == '"') {
      at = behind_string(text, at);
      if (depth == 0) return at;
      continue;
    }
    if (depth == 0 && (c == ',' || c == '}' || c == ']')) return at;
    if (c == '{' || c == '[') ++depth;
    if (c == '}' || c == ']') --depth;
    ++at;
    if (depth == 0 && (c == '}' || c == ']')) return at;
  }
  return at;
}

// Where the member stands, with the comma behind it, or else the one before it.
std::optional<std::pair<std::size_t, std::size_t>> find_member(std::string_view object, std::string_view name) {
  const std::string quoted = fmt::format("\"{}\"", name);
  std::size_t before = std::string_view::npos;  // the comma
  for (std::size_t at = skip_blank(object, object.find('{') + 1); at < object.size() && object[at] == '"';) {
    const std::size_t key_end = behind_string(object, at);
    const std::size_t value = skip_blank(object, std::min(object.find(':', key_end), object.size() - 1) + 1);
    const std::size_t end = behind_value(object, value);
    const std::size_t next = skip_blank(object, end);
    const bool comma_behind = next < object.size() && object[next] == ',';
    if (object.substr(at, key_end - at) == quoted) {
      if (comma_behind) return std::pair(at, skip_blank(object, next + 1));
      return std::pair(before == std::string_view::npos ? at : before, end);
    }
    if (!comma_behind) break;
    before = next;
    at = skip_blank(object, next + 1);
  }
  return std::nullopt;
}

}  // namespace

std::string with_member(std::string_view object, std::string_view name, std::string_view value) {
  if (object.find('{') == std::string_view::npos) return std::string(object);
  std::string text(object);
  while (const auto found = find_member(text, name)) text.erase(found->first, found->second - found->first);
  const std::size_t close = text.rfind('}');
  if (close == std::string::npos || close == 0) return std::string(object);
  const std::size_t last = text.find_last_not_of(kBlank, close - 1);
  const bool first_member = last != std::string::npos && text[last] == '{';
  return text.insert(close, fmt::format("{}\"{}\": {}", first_member ? "" : ", ", name, value));
}

}  // namespace wireprint::command
