// A body cut into paragraphs.
//
// Pure functions; callable from any thread. What is returned points into the text that was given.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace wireprint {

/// `text` without white space, joiners and marks of direction at both ends.
[[nodiscard]] std::string_view trimmed(std::string_view text);

/// The lines of `text`, trimmed; those with nothing left are not there.
[[nodiscard]] std::vector<std::string_view> paragraphs_of(std::string_view text);

/// The last `length` bytes of `text` or a little less, cut where a character begins.
[[nodiscard]] std::string_view tail_of(std::string_view text, std::size_t length);

}  // namespace wireprint
