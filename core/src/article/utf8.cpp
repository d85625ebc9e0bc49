#include "article/utf8.hpp"

#include <simdjson.h>

#include "base/utf8.hpp"

namespace wireprint {
namespace {

constexpr std::string_view kByteOrderMark = "\xef\xbb\xbf";
constexpr std::string_view kReplacement = "\xef\xbf\xbd";

}  // namespace

std::string_view without_mark(std::string_view text) {
  if (text.starts_with(kByteOrderMark)) text.remove_prefix(kByteOrderMark.size());
  return text;
}

bool repair_utf8(std::string& text) {
  if (simdjson::validate_utf8(text)) return false;
  std::string repaired;
  std::size_t kept = 0;  // bytes of `text` that are in `repaired`
  for (std::size_t at = 0; at < text.size();) {
    const auto unit = utf8::decode(text, at);
    at += unit.length;
    if (unit.valid) continue;
    repaired.append(text, kept, at - unit.length - kept).append(kReplacement);
    kept = at;
  }
  text = repaired.append(text, kept);
  return true;
}

}  // namespace wireprint
