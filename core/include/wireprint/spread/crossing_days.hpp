// Spread in time: what tells furniture from story where document frequency cannot.
//
// A story printed by forty outlets has forty copies of a shingle in two days; boilerplate and templates recur for
// weeks. The crossing day of a sampled shingle is the date of the counted article that opens its fourth distinct
// five-day window (UTC day / 5, rounded down), or its eighth distinct day, whichever is earlier: windows tell what comes
// once a week, days what comes daily, before three windows have gone by. Counted are dated articles, one for each distinct text (the earliest),
// and of each day those with the smallest hashes of their keys, at most `rate` of them: a sample that does not depend
// on the order of reading and can be merged. For a pair whose later date is t, a shingle is furniture when its crossing
// day is at most t + 30, so that an ordinary night never judges old news again.
#pragma once

#include <cstdint>
#include <functional>
#include <limits>
#include <optional>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include "wireprint/base/executor.hpp"
#include "wireprint/base/hash.hpp"

namespace wireprint {

/// A day counted from 1970-01-01.
using Day = std::int32_t;

inline constexpr Day kNever = std::numeric_limits<Day>::max();

/// What the count needs of an article.
struct DatedSamples {
  std::optional<Day> day;
  Hash128 exact;
  std::string_view key;
  std::span<const std::uint64_t> samples;  ///< distinct
};

class CrossingDays {
 public:
  CrossingDays() = default;

  /// Known ones, each shingle once.
  explicit CrossingDays(std::span<const std::pair<std::uint64_t, Day>> known) { fill(known); }

  /// `articles` in the order of time (then of key): of equal texts the first is counted.
  CrossingDays(std::span<const DatedSamples> articles, int rate, const Executor& executor);

  /// As that, where samples are kept elsewhere: `samples_of` appends those of the article at a position, and is called from
  /// several threads. At most `hashes_held` of them are held at a time.
  using SamplesOf = std::function<void(std::uint32_t position, std::vector<std::uint64_t>& samples)>;
  CrossingDays(std::span<const DatedSamples> articles, const SamplesOf& samples_of, int rate, const Executor& executor, std::size_t hashes_held);

  /// kNever for a shingle that has not been seen in four windows, nor on eight days.
  [[nodiscard]] Day of(std::uint64_t shingle) const {
    std::size_t at = home_of(shingle);
    while (slots_[at].used && slots_[at].shingle != shingle) at = (at + 1) & (slots_.size() - 1);
    return slots_[at].day;
  }

  [[nodiscard]] std::size_t size() const { return size_; }

 private:
  struct Slot {
    std::uint64_t shingle = 0;
    Day day = kNever;
    bool used = false;
  };

  // Open addressing; at most half of the slots are used, and there is one at least.
  [[nodiscard]] std::size_t home_of(std::uint64_t shingle) const { return (shingle ^ (shingle >> 32U)) * 0x9e3779b97f4a7c15U >> 20U & (slots_.size() - 1); }
  void fill(std::span<const std::pair<std::uint64_t, Day>> known);

  std::vector<Slot> slots_ = std::vector<Slot>(1);
  std::size_t size_ = 0;
};

/// On so many distinct days a shingle has crossed at the latest; no later day tells more.
inline constexpr std::size_t kDaysToCross = 8;

/// The crossing day of a shingle that was seen on `days`, ascending and distinct: the first kDaysToCross of them, or all.
[[nodiscard]] Day crossing_day(std::span<const Day> days);

/// A shingle is furniture from so many days before its crossing day on.
inline constexpr Day kLookAheadDays = 30;

/// The last crossing day that makes a shingle furniture for a pair of articles with these dates. An undated one takes
/// the other's date; two undated ones are judged without spread (no crossing day is so early).
[[nodiscard]] Day furniture_horizon(std::optional<Day> a, std::optional<Day> b);

}  // namespace wireprint
