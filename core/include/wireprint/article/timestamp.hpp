// When an article was published, as precisely as its source said.
//
// Pure functions and values; callable from any thread.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "wireprint/article/home_zone.hpp"

namespace wireprint {

/// How much of a date is known.
enum class Precision : std::uint8_t { None, WholeDay, Minute, Second };

/// "none", "day", "minute" or "second".
[[nodiscard]] std::string_view name_of(Precision precision);

/// An instant with its precision: the half-open interval of UTC seconds in which the article appeared.
struct Timestamp {
  std::int64_t seconds = 0;  ///< since 1970-01-01T00:00:00Z: the start of the interval; 0 when precision is None
  Precision precision = Precision::None;
  std::optional<int> offset_minutes = {};  ///< east of UTC, where the source named a zone; else the time is taken as UTC

  [[nodiscard]] bool known() const { return precision != Precision::None; }

  /// First second after the interval. Only for a known one.
  [[nodiscard]] std::int64_t end() const;

  /// Days since 1970-01-01 of `seconds`, rounded down. Only for a known one.
  [[nodiscard]] std::int64_t day() const;

  /// ISO 8601 with the source's zone: "2017-06-30", "2017-06-01T05:00-08:00", "2015-07-21T02:51:32". Empty when not known.
  [[nodiscard]] std::string iso8601() const;

  friend bool operator==(const Timestamp&, const Timestamp&) = default;
};

/// Reads a date as news systems write it; the table of forms is in timestamp.cpp. `nullopt` when it is none of them.
/// A time of day that names no zone is in `home`, where one is given; a day stays a day.
[[nodiscard]] std::optional<Timestamp> parse_timestamp(std::string_view text, const std::optional<HomeZone>& home = std::nullopt);

}  // namespace wireprint
