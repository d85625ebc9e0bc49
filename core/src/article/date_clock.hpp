// The time of day and the zone behind a date.
//
// Pure functions; callable from any thread.
#pragma once

#include <date/date.h>

#include <chrono>
#include <optional>

#include "article/date_scanner.hpp"
#include "wireprint/article/timestamp.hpp"

namespace wireprint {

struct Clock {
  std::chrono::seconds since_midnight{0};
  Precision precision = Precision::Minute;  ///< or Second
};

/// A time as "10:15", "10:15:00.250" or "5:00 p.m."; with `compact` also as "1015" or "101500". `nullopt` when it is
/// none, or impossible.
[[nodiscard]] std::optional<Clock> take_clock(DateScanner& in, bool compact);

/// What stands where a zone may stand.
struct ZoneFound {
  enum class Kind { None, Known, Unknown, Wrong } kind = Kind::None;
  int offset = 0;  ///< minutes east of UTC, at most 14 hours away; of a Known one
};

[[nodiscard]] ZoneFound take_zone(DateScanner& in, date::local_seconds local);

}  // namespace wireprint
