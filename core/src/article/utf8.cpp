#include "article/utf8.hpp"

#include <simdjson.h>

#include <cassert>

namespace wireprint {
namespace {

constexpr std::string_view kByteOrderMark = "\xef\xbb\xbf";
constexpr std::string_view kReplacement = "\xef\xbf\xbd";

/// What may follow a lead byte (Unicode 15, table 3-7). The second byte has bounds of its own, which keep out overlong
/// forms, surrogates and all beyond U+10FFFF.
struct Lead {
  std::size_t length = 0;  // 0: not a lead byte
  unsigned second_from = 0x80;
  unsigned second_to = 0xbf;
};

Lead lead_of(unsigned byte) {
  if (byte < 0x80) return {1};
  if (byte >= 0xc2 && byte <= 0xdf) return {2};
  if (byte == 0xe0) return {3, 0xa0};
  if (byte == 0xed) return {3, 0x80, 0x9f};
  if (byte >= 0xe1 && byte <= 0xef) return {3};
  if (byte == 0xf0) return {4, 0x90};
  if (byte == 0xf4) return {4, 0x80, 0x8f};
  if (byte >= 0xf1 && byte <= 0xf3) return {4};
  return {};
}

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
    const Utf8Unit unit = first_unit(std::string_view(text).substr(at));
    at += unit.length;
    if (unit.valid) continue;
    repaired.append(text, kept, at - unit.length - kept).append(kReplacement);
    kept = at;
  }
  text = repaired.append(text, kept);
  return true;
}

Utf8Unit first_unit(std::string_view bytes) {
  assert(!bytes.empty() && "there is no unit in nothing");
  const auto at = [&](std::size_t i) { return static_cast<unsigned>(static_cast<unsigned char>(bytes[i])); };
  const Lead lead = lead_of(at(0));
  if (lead.length == 0) return {1, false};
  for (std::size_t i = 1; i < lead.length; ++i) {
    if (i == bytes.size()) return {i, false};
    const bool follows = i == 1 ? at(i) >= lead.second_from && at(i) <= lead.second_to : (at(i) & 0xc0U) == 0x80;
    if (!follows) return {i, false};
  }
  return {lead.length, true};
}

}  // namespace wireprint
