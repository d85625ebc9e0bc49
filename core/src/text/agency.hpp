// Which agency a credit names.
//
// A pure function over the table of agencies; callable from any thread.
#pragma once

#include <string_view>

#include "text/agency_table.hpp"

namespace wireprint {

/// Short name of the first agency in `credit`; empty when there is none. A name counts as a whole word. With
/// `Proof::Name` a code counts only where it fills a whole part of the text: "Riyadh - SPA", "mau/afp".
[[nodiscard]] std::string_view agency_in(std::string_view credit, Proof least);

}  // namespace wireprint
