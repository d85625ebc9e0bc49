#include "wireprint/spread/crossing_days.hpp"

#include <algorithm>
#include <tuple>
#include <unordered_set>

namespace wireprint {
namespace {

constexpr Day kWindowDays = 5;
constexpr int kWindowsToCross = 4;
constexpr std::size_t kParts = 64;  // so many slices of the shingles are sorted apart

Day window_of(Day day) { return day >= 0 ? day / kWindowDays : -((-day + kWindowDays - 1) / kWindowDays); }

struct HashOfText {
  std::size_t operator()(const Hash128& h) const { return static_cast<std::size_t>(h.low); }
};

// Positions of the counted articles: dated, the first of each text, at most `rate` a day.
std::vector<std::size_t> choose_counted(std::span<const DatedSamples> articles, int rate) {
  struct Entry {
    Day day;
    std::uint64_t order;
    std::size_t position;
  };
  std::unordered_set<Hash128, HashOfText> seen;
  std::vector<Entry> entries;
  for (std::size_t i = 0; i < articles.size(); ++i) {
    if (!articles[i].day || !seen.insert(articles[i].exact).second) continue;
    entries.push_back({*articles[i].day, hash_bytes(articles[i].key), i});
  }
  std::sort(entries.begin(), entries.end(), [](const Entry& x, const Entry& y) {
    return std::tie(x.day, x.order, x.position) < std::tie(y.day, y.order, y.position);
  });

  std::vector<std::size_t> counted;
  int on_this_day = 0;
  for (std::size_t i = 0; i < entries.size(); ++i) {
    on_this_day = i > 0 && entries[i].day == entries[i - 1].day ? on_this_day + 1 : 1;
    if (on_this_day <= rate) counted.push_back(entries[i].position);
  }
  return counted;
}

struct Sighting {
  std::uint64_t shingle;
  Day day;
  friend auto operator<=>(const Sighting&, const Sighting&) = default;
};

// Follows one shingle from day to day.
class Windows {
 public:
  /// Whether it crosses today. Days come ascending; one that was seen before changes nothing.
  bool crosses_on(Day day) {
    if (days_ > 0 && day == last_) return false;
    const bool opens = days_ == 0 || window_of(day) != window_of(last_);
    last_ = day;
    ++days_;
    if (opens) ++windows_;
    const bool now = !crossed_ && (windows_ == kWindowsToCross || days_ == kDaysToCross);
    crossed_ |= now;
    return now;
  }

 private:
  Day last_ = 0;
  std::size_t days_ = 0;
  int windows_ = 0;
  bool crossed_ = false;
};

// `sightings` sorted. Calls found(shingle, day) for each that crosses.
template <class Found>
void find_crossings(std::span<const Sighting> sightings, const Found& found) {
  Windows windows;
  for (std::size_t i = 0; i < sightings.size(); ++i) {
    if (i > 0 && sightings[i].shingle != sightings[i - 1].shingle) windows = {};
    if (windows.crosses_on(sightings[i].day)) found(sightings[i].shingle, sightings[i].day);
  }
}

// Sampled shingles are small numbers, so the parts are told by the low bits.
std::vector<Sighting> crossings_in_part(std::span<const DatedSamples> articles, std::span<const std::size_t> counted, std::size_t part) {
  std::vector<Sighting> sightings;
  for (const std::size_t i : counted) {
    for (const std::uint64_t shingle : articles[i].samples) {
      if (shingle % kParts == part) sightings.push_back({shingle, *articles[i].day});
    }
  }
  std::sort(sightings.begin(), sightings.end());
  std::vector<Sighting> crossings;
  find_crossings(sightings, [&](std::uint64_t shingle, Day day) { crossings.push_back({shingle, day}); });
  return crossings;
}

}  // namespace

CrossingDays::CrossingDays(std::span<const DatedSamples> articles, int rate, const Executor& executor) {
  const auto counted = choose_counted(articles, rate);
  std::vector<std::vector<Sighting>> parts(kParts);
  executor.for_each(kParts, [&](std::size_t part) { parts[part] = crossings_in_part(articles, counted, part); });
  for (const auto& part : parts) {
    for (const auto& [shingle, day] : part) days_.emplace(shingle, day);
  }
}

Day crossing_day(std::span<const Day> days) {
  Windows windows;
  for (const Day day : days) {
    if (windows.crosses_on(day)) return day;
  }
  return kNever;
}

Day furniture_horizon(std::optional<Day> a, std::optional<Day> b) {
  if (!a && !b) return std::numeric_limits<Day>::min();
  const Day later = a && b ? std::max(*a, *b) : a ? *a : *b;
  return later + kLookAheadDays;
}

}  // namespace wireprint
