// Takes digits, words and marks from the front of a date.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

#include "article/ascii.hpp"

namespace wireprint {

constexpr std::string_view kSpace = " \t\r\n";

class DateScanner {
 public:
  explicit DateScanner(std::string_view text) : rest_(text) {}

  [[nodiscard]] bool done() const { return rest_.empty(); }
  [[nodiscard]] char peek() const { return rest_.empty() ? '\0' : rest_.front(); }

  /// How many digits come next.
  [[nodiscard]] std::size_t digits_ahead() const {
    return static_cast<std::size_t>(std::find_if_not(rest_.begin(), rest_.end(), is_digit) - rest_.begin());
  }

  /// The number that the next `count` digits make; `nullopt`, and nothing taken, where there are fewer.
  /// `count` is at most 18.
  std::optional<std::int64_t> long_digits(std::size_t count) {
    if (digits_ahead() < count) return std::nullopt;
    std::int64_t value = 0;
    for (const char c : rest_.substr(0, count)) value = value * 10 + (c - '0');
    rest_.remove_prefix(count);
    return value;
  }

  /// The same for at most 9 digits.
  std::optional<int> digits(std::size_t count) {
    const auto value = long_digits(count);
    return value ? std::optional(static_cast<int>(*value)) : std::nullopt;
  }

  /// A number of `least` to `most` digits that no other digit follows.
  std::optional<int> number(std::size_t least, std::size_t most) {
    const std::size_t count = digits_ahead();
    if (count < least || count > most) return std::nullopt;
    return digits(count);
  }

  /// The letters that come next, perhaps none.
  std::string_view word() { return take_while(is_letter); }

  bool take(char c) {
    if (peek() != c || rest_.empty()) return false;
    rest_.remove_prefix(1);
    return true;
  }

  /// Takes one of `chars`, and says which; '\0' for none.
  char take_any(std::string_view chars) {
    const char c = peek();
    if (rest_.empty() || chars.find(c) == std::string_view::npos) return '\0';
    rest_.remove_prefix(1);
    return c;
  }

  void skip(std::string_view chars) { rest_.remove_prefix(std::min(rest_.find_first_not_of(chars), rest_.size())); }
  void skip_digits() { rest_.remove_prefix(digits_ahead()); }
  void skip_all() { rest_ = {}; }

 private:
  template <class Test>
  std::string_view take_while(Test test) {
    const auto end = std::find_if_not(rest_.begin(), rest_.end(), test);
    const auto taken = rest_.substr(0, static_cast<std::size_t>(end - rest_.begin()));
    rest_.remove_prefix(taken.size());
    return taken;
  }

  std::string_view rest_;
};

}  // namespace wireprint
