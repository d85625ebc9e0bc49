// Text in columns of a terminal, where a Chinese character takes two and a combining mark none.
//
// Widths are utf8proc's, from Unicode's East Asian Width: wcwidth() asks the locale, and the library reads no environment.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace wireprint {

/// Columns that `text` takes on a terminal. An invalid byte counts one.
[[nodiscard]] int display_width(std::string_view text);

/// `text` on one line: runs of white space and control characters become one space, none at the ends.
[[nodiscard]] std::string one_line(std::string_view text);

/// `text`, cut with "…" where it is wider than `width`.
[[nodiscard]] std::string shortened(std::string_view text, int width);

/// `text` and spaces up to `width`.
[[nodiscard]] std::string padded(std::string_view text, int width);

/// `text` in lines of at most `width`, cut between words where that is possible.
[[nodiscard]] std::vector<std::string> wrapped(std::string_view text, int width);

/// Cells in columns that are as wide as their widest cell, two spaces apart. A cell that is no line's last is padded.
class Table {
 public:
  void add(std::vector<std::string> row) { rows_.push_back(std::move(row)); }

  [[nodiscard]] std::vector<std::string> lines() const;

 private:
  [[nodiscard]] std::vector<int> widths() const;

  std::vector<std::vector<std::string>> rows_;
};

}  // namespace wireprint
