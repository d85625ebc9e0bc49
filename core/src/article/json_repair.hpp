// Makes JSON of a line that fails only by damage that scrapers and exports commonly do.
//
// Pure; callable from any thread.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace wireprint {

/// `line` with its byte order mark taken off, each maximal subpart of invalid UTF-8 made U+FFFD (Unicode 15, 3.9,
/// table 3-8), and inside strings: control characters escaped, escapes of lone surrogates made \ufffd;
/// outside them: NaN and Infinity made null, and numbers of more digits or a larger exponent than any parser is bound to
/// take made strings.
/// `nullopt` where there is nothing of that to mend.
[[nodiscard]] std::optional<std::string> repair_json(std::string_view line);

}  // namespace wireprint
