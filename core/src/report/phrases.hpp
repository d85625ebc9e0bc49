// The small phrases of the text reports: dates, lags, shares and counts as a person would say them.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "wireprint/report/run.hpp"

namespace wireprint {

/// "25 February 2021", "1 June 2017 05:00 UTC-08:00", "undated".
[[nodiscard]] std::string date_phrase(const Timestamp& time);

/// The day alone: "25 February 2021".
[[nodiscard]] std::string day_phrase(const Timestamp& time);

/// "+1 h 30 min", "+2 days 4 h" where both times are known; "same day", "+2 days" where only days are; else "undated".
[[nodiscard]] std::string lag_phrase(const Timestamp& first, const Timestamp& second);

/// A length of time without a sign: "45 s", "1 h 30 min", "2 days 4 h".
[[nodiscard]] std::string duration_phrase(std::int64_t seconds);

/// What is most worth knowing of a copy in its role: how much of the original it kept, or how much of it is copied. The
/// figures of several stand below each other.
[[nodiscard]] std::string share_phrase(Role role, Share copied, Share kept);

/// "1 article", "12,803 articles".
[[nodiscard]] std::string counted(std::uint64_t count, std::string_view one, std::string_view many);
[[nodiscard]] std::string with_commas(std::uint64_t count);

/// The headline; for an article without one its first words; or "(no headline)".
[[nodiscard]] std::string title_of(const Article& article);

/// The outlet, or "(unknown outlet)".
[[nodiscard]] std::string outlet_of(const Article& article);

}  // namespace wireprint
