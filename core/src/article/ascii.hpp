// ASCII letters and digits, whatever the locale.
#pragma once

#include <algorithm>
#include <string_view>

namespace wireprint {

constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }
constexpr char to_lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c; }
constexpr bool is_letter(char c) { return to_lower(c) >= 'a' && to_lower(c) <= 'z'; }

/// Equal, whatever the case of ASCII letters in `word`. `lower` has none that are upper case.
constexpr bool is_word(std::string_view word, std::string_view lower) {
  return std::equal(word.begin(), word.end(), lower.begin(), lower.end(), [](char a, char b) { return to_lower(a) == b; });
}

}  // namespace wireprint
