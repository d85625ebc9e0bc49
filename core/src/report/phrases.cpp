#include "report/phrases.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdlib>

#include "report/columns.hpp"
#include "report/lag.hpp"
#include "report/rounding.hpp"

namespace wireprint {
namespace {

constexpr std::int64_t kMinute = 60;
constexpr std::int64_t kHour = 60 * kMinute;
constexpr std::int64_t kDay = 24 * kHour;
constexpr std::size_t kTitleBytes = 400;  // of a body that stands for a headline: more than a terminal is wide

constexpr std::array<std::string_view, 12> kMonths{"January", "February", "March",     "April",   "May",      "June",
                                                   "July",    "August",   "September", "October", "November", "December"};

std::chrono::sys_seconds local_time(const Timestamp& time) {
  return std::chrono::sys_seconds(std::chrono::seconds(time.seconds + kMinute * time.offset_minutes.value_or(0)));
}

std::string zone_phrase(std::optional<int> offset) {
  if (!offset) return {};
  if (*offset == 0) return " UTC";
  const int minutes = std::abs(*offset);
  return fmt::format(" UTC{}{:02}:{:02}", *offset < 0 ? '-' : '+', minutes / 60, minutes % 60);
}

std::string two_units(std::int64_t large, std::string_view large_name, std::int64_t small, std::string_view small_name) {
  if (small == 0) return fmt::format("{} {}", large, large_name);
  return fmt::format("{} {} {} {}", large, large_name, small, small_name);
}

std::string signed_phrase(bool negative, std::string_view length) {
  return fmt::format("{}{}", negative ? '-' : '+', length);
}

// The first line of a body, or as much of it as can be shown; whole characters only.
std::string_view opening_of(std::string_view body) {
  const std::size_t first = std::min(body.find_first_not_of(" \r\n\t"), body.size());
  body = body.substr(first, body.find('\n', first) - first);
  if (body.size() <= kTitleBytes) return body;
  std::size_t end = kTitleBytes;
  while (end > 0 && (static_cast<unsigned char>(body[end]) & 0xC0U) == 0x80U) --end;
  return body.substr(0, end);
}

std::string days_phrase(std::int64_t days) { return fmt::format("{} {}", days, days == 1 ? "day" : "days"); }

}  // namespace

std::string day_phrase(const Timestamp& time) {
  if (!time.known()) return "undated";
  const std::chrono::year_month_day date{std::chrono::floor<std::chrono::days>(local_time(time))};
  return fmt::format("{} {} {}", unsigned{date.day()}, kMonths[unsigned{date.month()} - 1], int{date.year()});
}

std::string date_phrase(const Timestamp& time) {
  if (!time.known() || time.precision == Precision::WholeDay) return day_phrase(time);
  const auto local = local_time(time);
  const std::int64_t second = (local - std::chrono::floor<std::chrono::days>(local)).count();
  return fmt::format("{} {:02}:{:02}{}", day_phrase(time), second / kHour, second / kMinute % 60,
                     zone_phrase(time.offset_minutes));
}

std::string duration_phrase(std::int64_t seconds) {
  if (seconds < kMinute) return fmt::format("{} s", seconds);
  if (seconds < kHour) return fmt::format("{} min", seconds / kMinute);
  if (seconds < kDay) return two_units(seconds / kHour, "h", seconds / kMinute % 60, "min");
  return two_units(seconds / kDay, seconds < 2 * kDay ? "day" : "days", seconds / kHour % 24, "h");
}

std::string lag_phrase(const Timestamp& first, const Timestamp& second) {
  if (const auto seconds = lag_seconds(first, second)) {
    return *seconds == 0 ? "same time" : signed_phrase(*seconds < 0, duration_phrase(std::abs(*seconds)));
  }
  const auto days = lag_days(first, second);
  if (!days) return "undated";
  return *days == 0 ? "same day" : signed_phrase(*days < 0, days_phrase(std::abs(*days)));
}

std::string share_phrase(Role role, Share copied, Share kept) {
  if (role == Role::Trimmed) return fmt::format("{:>3} % kept", percent(kept));
  return fmt::format("{:>3} % copied", percent(copied));
}

std::string with_commas(std::uint64_t count) {
  std::string digits = fmt::to_string(count);
  for (std::size_t place = digits.size(); place > 3; place -= 3) digits.insert(place - 3, 1, ',');
  return digits;
}

std::string counted(std::uint64_t count, std::string_view one, std::string_view many) {
  return fmt::format("{} {}", with_commas(count), count == 1 ? one : many);
}

std::string title_of(const Article& article) {
  std::string title = one_line(article.headline);
  if (title.empty()) title = one_line(opening_of(article.body));
  return title.empty() ? "(no headline)" : title;
}

std::string outlet_of(const Article& article) {
  const std::string outlet = one_line(article.outlet);
  return outlet.empty() ? "(unknown outlet)" : outlet;
}

}  // namespace wireprint
