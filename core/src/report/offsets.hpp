// From bytes of a body to the unit that the reader of a line counts in.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "wireprint/report/lines.hpp"

namespace wireprint {

/// The same places counted in `unit`, in the order given. `body` is UTF-8; a place inside a character counts as the
/// character's end. One sweep over `body`, whatever the number of places.
[[nodiscard]] std::vector<std::uint64_t> convert_offsets(std::string_view body, const std::vector<std::uint32_t>& bytes,
                                                         OffsetUnit unit);

}  // namespace wireprint
