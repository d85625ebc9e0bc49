// English names of months and days, and the abbreviations of time zones.
//
// Pure functions; callable from any thread. Case does not matter.
#pragma once

#include <date/date.h>

#include <optional>
#include <string_view>

namespace wireprint {

/// 1 to 12 for a month's name or its first letters, three at least; 0 for none.
[[nodiscard]] unsigned month_of(std::string_view word);

/// Whether the word is a day of the week or its first letters, three at least.
[[nodiscard]] bool is_weekday(std::string_view word);

/// Minutes east of UTC of a zone at a local time. `nullopt` for a name that is not known, or that means several zones
/// (IST is India, Ireland and Israel), and for US time without "standard" or "daylight" (ET, PT) before 1987.
[[nodiscard]] std::optional<int> zone_offset(std::string_view name, date::local_seconds local);

}  // namespace wireprint
