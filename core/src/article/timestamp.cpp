// The forms of dates, one function for what each begins with:
//
//   2021-02-25  2021/02/25  2021.02.25       year first, with or without leading noughts
//   20210225  20210225T101500Z  20210225101500  202102251015
//   25.02.2021  25.02.21                     day first
//   25 February 2021  Thu, 25 Feb 2021  25-Feb-21
//   February 25, 2021  Thursday, Feb. 25 2021
//   1614247500  1614247500.25  1614247500000  seconds or milliseconds since 1970, of nine digits or ten
//                                             and of twelve or thirteen
//
// After each but the last may come, in this order: a day of the week, a time (10:15, 10:15:00, 10:15:00.250, 5:00 AM,
// 5:00 p.m.), a zone (Z, +02, +0200, +02:00, GMT+2, EST), a comment in brackets. A year of two digits is in 1950 to
// 2049. A zone that is not known lowers the precision to the day, and so do other words after a month's name, where
// archives put editions and remarks.
#include "wireprint/article/timestamp.hpp"

#include <date/date.h>
#include <fmt/format.h>

#include <cassert>
#include <cstdlib>

#include "article/date_clock.hpp"
#include "article/date_scanner.hpp"
#include "article/date_words.hpp"

namespace wireprint {
namespace {

using std::chrono::seconds;

constexpr std::int64_t kSecondsOfDay = 86400;
constexpr std::size_t kLongest = 512;  // bytes; no date is so long, and remarks are not worth reading
constexpr int kFirstYear = 1600;
constexpr int kLastYear = 2200;
constexpr std::string_view kSpaceOrComma = " \t\r\n,";

enum class Style { Digits, Compact, Words };  // 2021-02-25, 20210225, 25 February 2021

struct CivilDay {
  date::local_days value;
  Style style;
};

std::optional<CivilDay> make_day(std::optional<int> year, std::optional<int> month, std::optional<int> day, Style style) {
  if (!year || !month || !day || *year < kFirstYear || *year > kLastYear) return std::nullopt;
  const date::year_month_day ymd(date::year(*year), date::month(static_cast<unsigned>(*month)),
                                 date::day(static_cast<unsigned>(*day)));
  if (!ymd.ok()) return std::nullopt;
  return CivilDay{date::local_days(ymd), style};
}

/// A year of four digits or of two.
std::optional<int> take_year(DateScanner& in) {
  const bool is_short = in.digits_ahead() == 2;
  const auto year = is_short ? in.number(2, 2) : in.number(4, 4);
  if (!year || !is_short) return year;
  return *year < 50 ? 2000 + *year : 1900 + *year;
}

std::optional<CivilDay> year_first(DateScanner& in) {
  const auto year = in.number(4, 4);
  const char separator = in.take_any("-/.");
  const auto month = in.number(1, 2);
  if (separator == '\0' || !in.take(separator)) return std::nullopt;
  return make_day(year, month, in.number(1, 2), Style::Digits);
}

std::optional<CivilDay> compact(DateScanner& in) {
  const auto part = [&](std::size_t digits) { return static_cast<int>(in.digits(digits).value_or(0)); };
  const int year = part(4);
  const int month = part(2);
  return make_day(year, month, part(2), Style::Compact);
}

std::optional<int> take_month_name(DateScanner& in) {
  const unsigned month = month_of(in.word());
  in.take('.');
  return month > 0 ? std::optional(static_cast<int>(month)) : std::nullopt;
}

std::optional<CivilDay> day_first(DateScanner& in) {
  const auto day = in.number(1, 2);
  const bool dot = in.take('.');
  if (dot && is_digit(in.peek())) {
    const auto month = in.number(1, 2);
    if (!in.take('.')) return std::nullopt;
    return make_day(take_year(in), month, day, Style::Digits);
  }
  in.skip(" -");
  const auto month = take_month_name(in);
  in.skip(" ,-");
  return make_day(take_year(in), month, day, Style::Words);
}

std::optional<CivilDay> month_first(DateScanner& in) {
  const auto month = take_month_name(in);
  in.skip(kSpace);
  const auto day = in.number(1, 2);
  in.skip(kSpaceOrComma);
  return make_day(take_year(in), month, day, Style::Words);
}

std::optional<CivilDay> take_day(DateScanner& in) {
  if (is_letter(in.peek())) {
    DateScanner after = in;
    if (!is_weekday(after.word())) return month_first(in);
    in = after;
    in.skip(" ,.");
    if (is_letter(in.peek())) return month_first(in);
  }
  switch (in.digits_ahead()) {
    case 4: return year_first(in);
    case 8:
    case 12:
    case 14: return compact(in);
    default: return day_first(in);
  }
}

void skip_comment(DateScanner& in) {
  in.skip(kSpace);
  if (in.peek() == '(' || in.peek() == '[') in.skip_all();
}

Timestamp whole_day(const CivilDay& day) { return {seconds(day.value.time_since_epoch()).count(), Precision::WholeDay, {}}; }

/// Moves on to where the time stands. False when there is no time, but words that belong to no date.
bool reach_clock(DateScanner& in, Style style) {
  if (style != Style::Words && in.take_any("Tt") != '\0') return true;
  for (;;) {
    in.skip(kSpaceOrComma);
    if (!is_letter(in.peek())) return true;
    const auto word = in.word();
    if (!is_weekday(word) && !is_word(word, "at") && !is_word(word, "um")) return false;
  }
}

std::optional<int> offset_of(const ZoneFound& zone, date::local_seconds local, const std::optional<HomeZone>& home) {
  if (zone.kind == ZoneFound::Kind::Known) return zone.offset;
  return home ? home->offset_at(local.time_since_epoch().count()) : std::nullopt;
}

std::optional<Timestamp> with_clock(DateScanner& in, const CivilDay& day, const std::optional<HomeZone>& home) {
  const auto clock = take_clock(in, day.style == Style::Compact);
  if (!clock) return std::nullopt;
  const date::local_seconds local = day.value + clock->since_midnight;
  const ZoneFound zone = take_zone(in, local);
  skip_comment(in);
  if (zone.kind == ZoneFound::Kind::Wrong) return std::nullopt;
  if (zone.kind == ZoneFound::Kind::Unknown) return whole_day(day);
  if (!in.done()) return day.style == Style::Words ? std::optional(whole_day(day)) : std::nullopt;

  Timestamp made{local.time_since_epoch().count(), clock->precision, offset_of(zone, local, home)};
  made.seconds -= std::int64_t{made.offset_minutes.value_or(0)} * 60;
  return made;
}

std::optional<Timestamp> epoch(DateScanner in) {
  const std::size_t count = in.digits_ahead();
  const std::int64_t value = in.long_digits(count).value_or(0);
  if (in.take('.')) in.skip_digits();
  if (!in.done()) return std::nullopt;
  const Timestamp made{count >= 12 ? value / 1000 : value, Precision::Second, 0};
  const auto latest = date::sys_days(date::year(kLastYear + 1) / 1 / 1);
  if (made.seconds >= seconds(latest.time_since_epoch()).count()) return std::nullopt;
  return made;
}

std::string_view trim(std::string_view text) {
  const auto begin = text.find_first_not_of(kSpace);
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(kSpace) - begin + 1);
}

std::string zone_text(int offset) {
  if (offset == 0) return "Z";
  const int minutes_away = std::abs(offset);
  return fmt::format("{}{:02}:{:02}", offset < 0 ? '-' : '+', minutes_away / 60, minutes_away % 60);
}

}  // namespace

std::string_view name_of(Precision precision) {
  switch (precision) {
    case Precision::None: return "none";
    case Precision::WholeDay: return "day";
    case Precision::Minute: return "minute";
    case Precision::Second: return "second";
  }
  assert(false && "no such precision");
  return "none";
}

std::int64_t Timestamp::end() const {
  assert(known() && "an unknown time has no end");
  if (precision == Precision::WholeDay) return seconds + kSecondsOfDay;
  return seconds + (precision == Precision::Minute ? 60 : 1);
}

std::int64_t Timestamp::day() const {
  assert(known() && "an unknown time has no day");
  return date::floor<date::days>(date::sys_seconds(std::chrono::seconds(seconds))).time_since_epoch().count();
}

std::string Timestamp::iso8601() const {
  if (!known()) return {};
  const date::sys_seconds local(std::chrono::seconds(seconds + std::int64_t{offset_minutes.value_or(0)} * 60));
  const auto midnight = date::floor<date::days>(local);
  const date::year_month_day ymd(midnight);
  const date::hh_mm_ss<std::chrono::seconds> clock(local - midnight);

  std::string text = fmt::format("{:04}-{:02}-{:02}", int{ymd.year()}, unsigned{ymd.month()}, unsigned{ymd.day()});
  if (precision == Precision::WholeDay) return text;
  text += fmt::format("T{:02}:{:02}", clock.hours().count(), clock.minutes().count());
  if (precision == Precision::Second) text += fmt::format(":{:02}", clock.seconds().count());
  return offset_minutes ? text + zone_text(*offset_minutes) : text;
}

std::optional<Timestamp> parse_timestamp(std::string_view text, const std::optional<HomeZone>& home) {
  text = trim(text);
  if (text.empty() || text.size() > kLongest) return std::nullopt;
  DateScanner in(text);
  const std::size_t digits = in.digits_ahead();
  if (digits == 9 || digits == 10 || digits == 13) return epoch(in);

  const auto day = take_day(in);
  if (!day) return digits == 12 ? epoch(DateScanner(text)) : std::nullopt;
  const bool clock_or_end = reach_clock(in, day->style);
  if (in.done() && clock_or_end) return whole_day(*day);
  if (!clock_or_end) return day->style == Style::Words ? std::optional(whole_day(*day)) : std::nullopt;
  return with_clock(in, *day, home);
}

}  // namespace wireprint
