// How long after another an article appeared, as far as both dates say it.
#pragma once

#include <cstdint>
#include <optional>

#include "wireprint/article/timestamp.hpp"

namespace wireprint {

/// Seconds from `first` to `second`, negative when `second` is the earlier; only when both have a time of day.
[[nodiscard]] std::optional<std::int64_t> lag_seconds(const Timestamp& first, const Timestamp& second);

/// UTC days from `first` to `second`; only when both are dated.
[[nodiscard]] std::optional<std::int64_t> lag_days(const Timestamp& first, const Timestamp& second);

}  // namespace wireprint
