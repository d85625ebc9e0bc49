#include "report/lag.hpp"

namespace wireprint {
namespace {

bool has_time_of_day(const Timestamp& time) {
  return time.precision == Precision::Minute || time.precision == Precision::Second;
}

}  // namespace

std::optional<std::int64_t> lag_seconds(const Timestamp& first, const Timestamp& second) {
  if (!has_time_of_day(first) || !has_time_of_day(second)) return std::nullopt;
  return second.seconds - first.seconds;
}

std::optional<std::int64_t> lag_days(const Timestamp& first, const Timestamp& second) {
  if (!first.known() || !second.known()) return std::nullopt;
  return second.day() - first.day();
}

}  // namespace wireprint
