// Exact shares as the figures that are written: rounded by integers, so that every machine writes the same.
#pragma once

#include <string>

#include "wireprint/base/ids.hpp"

namespace wireprint {

/// At most four decimals, half up, without trailing zeros but with one decimal at least: "1.0", "0.31", "0.8372".
[[nodiscard]] std::string decimal(Share share);

/// An estimate in [0, 1] as a share, to four decimals.
[[nodiscard]] Share as_share(double estimate);

/// Whole per cent for people, half up; 0 and 100 are kept for none and all.
[[nodiscard]] int percent(Share share);

}  // namespace wireprint
