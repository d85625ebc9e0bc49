// Dates as newsrooms write them.
#pragma once

#include <cstdint>
#include <string>

#include "generate/desk.hpp"

namespace wireprint {

/// `seconds` since 1970, UTC.
[[nodiscard]] std::string written_date(std::int64_t seconds, DateForm form);

}  // namespace wireprint
