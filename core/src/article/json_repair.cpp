#include "article/json_repair.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "article/utf8.hpp"
#include "base/utf8.hpp"

namespace wireprint {
namespace {

constexpr std::string_view kByteOrderMark = "\xef\xbb\xbf";
constexpr std::string_view kReplacement = "\xef\xbf\xbd";
constexpr std::string_view kEscapedReplacement = "\\ufffd";
constexpr std::string_view kStartsScalar = "-0123456789NI";
constexpr std::string_view kEndsScalar = " \t\r\n,:[]{}\"";
constexpr std::size_t kDigitsOf64Bits = 19;
constexpr std::size_t kUnicodeEscape = 6;  // \uXXXX

std::optional<unsigned> hex_value(char c) {
  if (c >= '0' && c <= '9') return static_cast<unsigned>(c - '0');
  if (c >= 'a' && c <= 'f') return static_cast<unsigned>(c - 'a' + 10);
  if (c >= 'A' && c <= 'F') return static_cast<unsigned>(c - 'A' + 10);
  return std::nullopt;
}

/// The UTF-16 unit that an escape \uXXXX at the start of `text` stands for.
std::optional<unsigned> escaped_unit(std::string_view text) {
  if (text.size() < kUnicodeEscape || !text.starts_with("\\u")) return std::nullopt;
  unsigned unit = 0;
  for (const char c : text.substr(2, 4)) {
    const auto digit = hex_value(c);
    if (!digit) return std::nullopt;
    unit = unit * 16 + *digit;
  }
  return unit;
}

bool is_high_surrogate(unsigned unit) { return unit >= 0xd800 && unit < 0xdc00; }
bool is_low_surrogate(unsigned unit) { return unit >= 0xdc00 && unit < 0xe000; }

/// Digits that may be more than 64 bits hold, or an exponent; neither is of use but as text.
bool is_large_number(std::string_view number) {
  const bool is_number = !number.empty() && number.find_first_not_of("0123456789.eE+-") == std::string_view::npos && number.front() != '0';
  const bool is_integer = number.find_first_of(".eE+-") == std::string_view::npos;
  return is_number && (is_integer ? number.size() > kDigitsOf64Bits : number.find_first_of("eE") != std::string_view::npos);
}

/// Walks over a line once, copying and mending.
class Mender {
 public:
  explicit Mender(std::string_view line) : rest_(line) { out_.reserve(line.size() + line.size() / 8); }

  std::optional<std::string> mend() {
    if (rest_.starts_with(kByteOrderMark)) replace(kByteOrderMark.size(), "");
    while (!rest_.empty()) one();
    if (!mended_) return std::nullopt;
    return std::move(out_);
  }

 private:
  void one() {
    const auto c = static_cast<unsigned char>(rest_.front());
    if (c >= 0x80) return beyond_ascii();
    if (c == '"') inside_string_ = !inside_string_;
    if (inside_string_ && c == '\\') return escape();
    if (inside_string_ && c < 0x20) return replace(1, fmt::format("\\u{:04x}", c));
    if (!inside_string_ && kStartsScalar.find(rest_.front()) != std::string_view::npos) return scalar();
    keep(1);
  }

  // Python writes NaN for a missing value, and integers of any length.
  void scalar() {
    const auto word = rest_.substr(0, rest_.find_first_of(kEndsScalar));
    const auto bare = word.substr(word.front() == '-' ? 1 : 0);
    if (bare == "NaN" || bare == "Infinity") return replace(word.size(), "null");
    if (is_large_number(bare)) return replace(word.size(), fmt::format("\"{}\"", word));
    keep(word.size());
  }

  void beyond_ascii() {
    const auto unit = utf8::decode(rest_, 0);
    if (unit.valid) return keep(unit.length);
    replace(unit.length, kReplacement);
  }

  void escape() {
    const auto unit = escaped_unit(rest_);
    if (!unit) return keep(std::min<std::size_t>(2, rest_.size()));  // \" must not end the string
    if (is_high_surrogate(*unit)) {
      const auto low = escaped_unit(rest_.substr(kUnicodeEscape));
      if (low && is_low_surrogate(*low)) return keep(2 * kUnicodeEscape);
    }
    if (is_high_surrogate(*unit) || is_low_surrogate(*unit)) return replace(kUnicodeEscape, kEscapedReplacement);
    keep(kUnicodeEscape);
  }

  void keep(std::size_t count) {
    out_.append(rest_.substr(0, count));
    rest_.remove_prefix(count);
  }

  void replace(std::size_t count, std::string_view by) {
    out_.append(by);
    rest_.remove_prefix(count);
    mended_ = true;
  }

  std::string_view rest_;
  std::string out_;
  bool inside_string_ = false;
  bool mended_ = false;
};

}  // namespace

std::optional<std::string> repair_json(std::string_view line) { return Mender(line).mend(); }

}  // namespace wireprint
