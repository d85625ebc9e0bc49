// Which agency a credit names.
//
// Pure functions over the table of agencies; callable from any thread.
#pragma once

#include <string>
#include <string_view>

#include "text/agency_table.hpp"

namespace wireprint {

/// Short name of the first agency in `credit`; empty when there is none. With `Proof::Name` a code counts only
/// where it fills a whole part of the text: "Riyadh - SPA", "mau/afp".
[[nodiscard]] std::string_view agency_in(std::string_view credit, Proof least);

/// An RE2 alternation of all names, longest first, for patterns that ask for one.
[[nodiscard]] const std::string& agency_pattern();

}  // namespace wireprint
