#include "article/date_words.hpp"

#include <algorithm>
#include <array>

#include "article/ascii.hpp"

namespace wireprint {
namespace {

constexpr std::array<std::string_view, 12> kMonths{"january", "february", "march",     "april",   "may",      "june",
                                                   "july",    "august",   "september", "october", "november", "december"};
constexpr std::array<std::string_view, 7> kWeekdays{"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"};
constexpr std::size_t kShortest = 3;

struct Zone {
  std::string_view name;
  int hours;
  int minutes = 0;
};

// Left out, for they mean several zones: ACT, AMT, AST, CST, ECT, GST, IST, LMT, SST.
constexpr Zone kZones[] = {
    {"utc", 0},    {"gmt", 0},   {"z", 0},     {"ut", 0},                                   // universal time
    {"est", -5},   {"edt", -4},  {"cdt", -5},  {"mst", -7},  {"mdt", -6},      {"pst", -8},  // United States, Canada
    {"pdt", -7},   {"akst", -9}, {"akdt", -8}, {"hst", -10}, {"nst", -3, -30}, {"ndt", -2, -30},
    {"adt", -3},   {"brt", -3},  {"art", -3},  {"clt", -4},  {"cot", -5},      {"pet", -5},
    {"wet", 0},    {"west", 1},  {"bst", 1},   {"cet", 1},   {"cest", 2},      {"mez", 1},  // Europe
    {"mesz", 2},   {"met", 1},   {"mest", 2},  {"eet", 2},   {"eest", 3},      {"msk", 3},
    {"msd", 4},    {"trt", 3},   {"sast", 2},  {"cat", 2},   {"wat", 1},       {"eat", 3},  // Africa
    {"pkt", 5},    {"npt", 5, 45}, {"ict", 7}, {"wib", 7},   {"sgt", 8},       {"myt", 8},  // Asia
    {"hkt", 8},    {"pht", 8},   {"jst", 9},   {"kst", 9},
    {"awst", 8},   {"acst", 9, 30}, {"acdt", 10, 30}, {"aest", 10}, {"aedt", 11}, {"nzst", 12}, {"nzdt", 13},  // Pacific
};

constexpr Zone kUsZones[] = {{"et", -5}, {"ct", -6}, {"mt", -7}, {"pt", -8}};  // standard time

template <std::size_t N>
std::size_t index_of(std::string_view word, const std::array<std::string_view, N>& names) {
  if (word.size() < kShortest) return N;
  const auto begins = [&](std::string_view name) { return is_word(word, name.substr(0, word.size())); };
  return static_cast<std::size_t>(std::find_if(names.begin(), names.end(), begins) - names.begin());
}

// Energy Policy Act of 2005, before that the Act of 1986. At the hour that comes twice the first is taken.
std::optional<bool> is_us_daylight(date::local_seconds local) {
  using namespace date;  // NOLINT: its literals are made for this
  using std::chrono::hours;
  const year y = year_month_day(floor<days>(local)).year();
  if (y < year(1987)) return std::nullopt;
  const bool new_rule = y >= year(2007);
  const local_days begin = new_rule ? local_days(y / March / Sunday[2]) : local_days(y / April / Sunday[1]);
  const local_days end = new_rule ? local_days(y / November / Sunday[1]) : local_days(y / October / Sunday[last]);
  return local >= begin + hours(2) && local < end + hours(2);
}

}  // namespace

unsigned month_of(std::string_view word) {
  const std::size_t index = index_of(word, kMonths);
  return index < kMonths.size() ? static_cast<unsigned>(index) + 1 : 0;
}

bool is_weekday(std::string_view word) { return index_of(word, kWeekdays) < kWeekdays.size(); }

std::optional<int> zone_offset(std::string_view name, date::local_seconds local) {
  for (const Zone& zone : kZones) {
    if (is_word(name, zone.name)) return zone.hours * 60 + zone.minutes;
  }
  for (const Zone& zone : kUsZones) {
    if (!is_word(name, zone.name)) continue;
    const auto daylight = is_us_daylight(local);
    if (!daylight) return std::nullopt;
    return (zone.hours + (*daylight ? 1 : 0)) * 60;
  }
  return std::nullopt;
}

}  // namespace wireprint
