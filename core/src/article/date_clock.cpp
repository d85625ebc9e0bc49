#include "article/date_clock.hpp"

#include <algorithm>

#include "article/date_words.hpp"

namespace wireprint {
namespace {

using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;

constexpr int kFurthestZone = 14 * 60;

/// The hour with the "AM" or "PM" that follows it applied, where there is one. `nullopt` for 13 PM.
std::optional<int> apply_half_of_day(DateScanner& in, int hour) {
  DateScanner after = in;
  after.skip(kSpace);
  const char half = to_lower(after.take_any("aApP"));
  after.take('.');
  if (half == '\0' || after.take_any("mM") == '\0' || is_letter(after.peek())) return hour;
  after.take('.');
  in = after;
  if (hour > 12) return std::nullopt;
  return hour % 12 + (half == 'p' ? 12 : 0);
}

void skip_fraction(DateScanner& in) {
  DateScanner after = in;
  if (after.take_any(".,") == '\0' || !is_digit(after.peek())) return;
  after.skip_digits();
  in = after;
}

/// The seconds behind "hh:mm", where there are any. A leap second is taken for the second before it.
bool take_seconds(DateScanner& in, bool separated, Clock& clock) {
  if (separated ? !in.take(':') : !is_digit(in.peek())) return true;
  const auto second = in.digits(2);
  if (!second || *second > 60 || is_digit(in.peek())) return false;
  clock.since_midnight += seconds(std::min(*second, 59));
  clock.precision = Precision::Second;
  skip_fraction(in);
  return true;
}

ZoneFound take_numeric_offset(DateScanner& in) {
  const int sign = in.take_any("+-") == '-' ? -1 : 1;
  const bool together = in.digits_ahead() == 4;
  const auto hour = together ? in.digits(2) : in.number(1, 2);
  const auto minute = together || in.take(':') ? in.number(2, 2) : 0;
  if (!hour || !minute || *minute > 59) return {ZoneFound::Kind::Wrong};
  const int offset = *hour * 60 + *minute;
  if (offset > kFurthestZone) return {ZoneFound::Kind::Wrong};
  return {ZoneFound::Kind::Known, sign * offset};
}

bool is_sign(char c) { return c == '+' || c == '-'; }

}  // namespace

std::optional<Clock> take_clock(DateScanner& in, bool compact) {
  const bool separated = !compact || in.digits_ahead() <= 2;
  const auto hour = separated ? in.number(1, 2) : in.digits(2);
  if (!hour || (separated && !in.take(':'))) return std::nullopt;
  const auto minute = in.digits(2);
  if (!minute || *hour > 23 || *minute > 59) return std::nullopt;

  Clock clock{minutes(*minute), Precision::Minute};
  if (!take_seconds(in, separated, clock)) return std::nullopt;
  const auto hour_of_day = apply_half_of_day(in, *hour);
  if (!hour_of_day) return std::nullopt;
  clock.since_midnight += hours(*hour_of_day);
  return clock;
}

ZoneFound take_zone(DateScanner& in, date::local_seconds local) {
  in.skip(kSpace);
  if (is_sign(in.peek())) return take_numeric_offset(in);
  std::string_view name = in.word();
  if (is_word(name, "uhr")) {  // German "o'clock"
    in.skip(kSpace);
    name = in.word();
  }
  if (name.empty()) return {};
  const bool universal = is_word(name, "gmt") || is_word(name, "utc");
  if (universal && is_sign(in.peek())) return take_numeric_offset(in);
  const auto offset = zone_offset(name, local);
  return offset ? ZoneFound{ZoneFound::Kind::Known, *offset} : ZoneFound{ZoneFound::Kind::Unknown};
}

}  // namespace wireprint
