#include "generate/dates.hpp"

#include <date/date.h>
#include <fmt/format.h>

#include <array>
#include <chrono>

namespace wireprint {
namespace {

constexpr std::array<std::string_view, 12> kMonths{"January", "February", "March",     "April",   "May",      "June",
                                                   "July",    "August",   "September", "October", "November", "December"};
constexpr std::array<std::string_view, 7> kDays{"Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"};

}  // namespace

std::string written_date(std::int64_t seconds, DateForm form) {
  const date::sys_seconds time{std::chrono::seconds(seconds)};
  const auto day = date::floor<date::days>(time);
  const date::year_month_day ymd(day);
  const int y = static_cast<int>(ymd.year());
  const auto m = static_cast<unsigned>(ymd.month());
  const auto d = static_cast<unsigned>(ymd.day());
  const std::int64_t second = (time - day).count();
  switch (form) {
    case DateForm::Iso: return fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}", y, m, d, second / 3600, second / 60 % 60, second % 60);
    case DateForm::IsoDay: return fmt::format("{:04}-{:02}-{:02}", y, m, d);
    case DateForm::Compact: return fmt::format("{:04}{:02}{:02}", y, m, d);
    case DateForm::Long: return fmt::format("{} {}, {} {}", kMonths[m - 1], d, y, kDays[date::weekday(day).c_encoding()]);
  }
  return {};
}

}  // namespace wireprint
