// Where a sequence of UTF-8 ends, and whether it is one.
//
// Pure; callable from any thread.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace wireprint {

/// A code point, or a maximal subpart of one that is not whole (Unicode 15, 3.9, D93b).
struct Utf8Unit {
  std::size_t length = 0;  ///< bytes, 1 to 4
  bool valid = false;
};

/// `text` without a byte order mark at its start.
[[nodiscard]] std::string_view without_mark(std::string_view text);

/// `text` with U+FFFD for each unit that is not valid, and whether there was one.
[[nodiscard]] bool repair_utf8(std::string& text);

/// The unit at the start of `bytes`, which are not empty.
[[nodiscard]] Utf8Unit first_unit(std::string_view bytes);

}  // namespace wireprint
