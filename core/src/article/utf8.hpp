// Input that claims to be UTF-8.
//
// Pure; callable from any thread.
#pragma once

#include <string>
#include <string_view>

namespace wireprint {

/// `text` without a byte order mark at its start.
[[nodiscard]] std::string_view without_mark(std::string_view text);

/// Puts U+FFFD in the place of each maximal subpart that is not valid; says whether there was one.
[[nodiscard]] bool repair_utf8(std::string& text);

}  // namespace wireprint
