#include "wireprint/spread/crossing_days.hpp"

#include <algorithm>
#include <bit>
#include <tuple>
#include <unordered_set>

#include "base/hash_parts.hpp"

namespace wireprint {
namespace {

constexpr Day kWindowDays = 5;
constexpr int kWindowsToCross = 4;

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

using Crossings = std::vector<std::pair<std::uint64_t, Day>>;

// `sightings` in the order of time; each is of the counted article of which it holds the number.
template <class DayOf>
Crossings crossings_in_part(std::span<const HashedItem> sightings, const DayOf& day_of) {
  const HashGroups groups(sightings);
  struct Seen {
    Day window = 0;
    int windows = 0;
  };
  std::vector<Seen> seen(groups.sizes().size());
  Crossings crossings;
  for (std::size_t i = 0; i < sightings.size(); ++i) {
    const std::uint32_t group = groups.group_of()[i];
    if (groups.sizes()[group] < static_cast<std::uint32_t>(kWindowsToCross)) continue;
    const Day day = day_of(sightings[i].item());
    const Day window = window_of(day);
    Seen& before = seen[group];
    if (before.windows > 0 && before.window == window) continue;
    before.window = window;
    if (++before.windows == kWindowsToCross) crossings.emplace_back(sightings[i].hash(), day);
  }
  return crossings;
}

}  // namespace

CrossingDays::CrossingDays(std::span<const DatedSamples> articles, int rate, const Executor& executor)
    : CrossingDays(
          articles,
          [&](std::uint32_t position, std::vector<std::uint64_t>& samples) {
            samples.insert(samples.end(), articles[position].samples.begin(), articles[position].samples.end());
          },
          rate, executor, HashParts::kInMemory) {}

CrossingDays::CrossingDays(std::span<const DatedSamples> articles, const SamplesOf& samples_of, int rate, const Executor& executor, std::size_t hashes_held) {
  const auto counted = choose_counted(articles, rate);
  std::vector<Crossings> parts(HashParts::kParts);
  HashParts::for_each(
      counted.size(), executor,
      [&](std::uint32_t item, std::vector<std::uint64_t>& hashes) { samples_of(static_cast<std::uint32_t>(counted[item]), hashes); },
      [&](std::size_t part, std::span<const HashedItem> sightings) {
        parts[part] = crossings_in_part(sightings, [&](std::uint32_t item) { return *articles[counted[item]].day; });
      },
      hashes_held);
  Crossings all;
  for (const auto& part : parts) all.insert(all.end(), part.begin(), part.end());
  fill(all);
}

void CrossingDays::fill(std::span<const std::pair<std::uint64_t, Day>> known) {
  size_ = known.size();
  slots_.assign(std::bit_ceil(2 * known.size() + 1), Slot{});
  for (const auto& [shingle, day] : known) {
    std::size_t at = home_of(shingle);
    while (slots_[at].used) at = (at + 1) & (slots_.size() - 1);
    slots_[at] = {shingle, day, true};
  }
}

Day crossing_day(std::span<const Day> days) {
  int windows = 0;
  for (std::size_t i = 0; i < days.size(); ++i) {
    const bool opens = i == 0 || window_of(days[i]) != window_of(days[i - 1]);
    if (opens && ++windows == kWindowsToCross) return days[i];
  }
  return kNever;
}

Day furniture_horizon(std::optional<Day> a, std::optional<Day> b) {
  if (!a && !b) return std::numeric_limits<Day>::min();
  const Day later = a && b ? std::max(*a, *b) : a ? *a : *b;
  return later + kLookAheadDays;
}

}  // namespace wireprint
