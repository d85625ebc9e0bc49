// From bytes of a body to the unit that the reader of a line counts in.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "wireprint/article/article.hpp"
#include "wireprint/report/lines.hpp"

namespace wireprint {

/// The same places counted in `unit`, in the order given. `body` is UTF-8; a place inside a character counts as the
/// character's end. One sweep over `body`, whatever the number of places.
[[nodiscard]] std::vector<std::uint64_t> convert_offsets(std::string_view body, const std::vector<std::uint32_t>& bytes,
                                                         OffsetUnit unit);

/// Ranges in `article.body`, begin and end in turn, as places in the field that the article came in, in `unit`.
[[nodiscard]] std::vector<std::uint64_t> convert_ranges(const Article& article, const std::vector<std::uint32_t>& ends, OffsetUnit unit);

}  // namespace wireprint
