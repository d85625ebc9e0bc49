#include "wireprint/index/exact_index.hpp"

#include <algorithm>
#include <limits>
#include <utility>

namespace wireprint {
namespace {

// One shared shingle is enough to be looked at, and no list is too long.
constexpr PassageRule kEverything{.shared = 1, .shared_if_short = 1, .short_words = 0, .crowd = std::numeric_limits<int>::max(), .anchors = 0};

std::vector<Day> crossings_of(const IndexedText& text, const CrossingDays& spread) {
  std::vector<Day> days;
  for (const std::uint64_t shingle : text.samples) {
    if (const Day day = spread.of(shingle); day != kNever) days.push_back(day);
  }
  std::sort(days.begin(), days.end());
  return days;
}

}  // namespace

ExactIndex::ExactIndex(std::vector<IndexedText> texts, const CrossingDays& spread, ExactRule rule, const Executor& executor)
    : rule_(rule), shared_(texts, spread, kEverything, executor) {
  for (const auto& text : texts) {
    days_.push_back(text.day);
    shingles_.push_back(static_cast<std::uint32_t>(text.samples.size()));
    crossings_.push_back(crossings_of(text, spread));
  }
}

std::uint32_t ExactIndex::story_shingles(ArticleId id, Day horizon) const {
  const auto& crossings = crossings_[id];
  return shingles_[id] - static_cast<std::uint32_t>(std::upper_bound(crossings.begin(), crossings.end(), horizon) - crossings.begin());
}

void ExactIndex::candidates_before(ArticleId later, Counter& counter, std::vector<Candidate>& found) const {
  auto& sharing = counter.sharing_;
  sharing.clear();
  shared_.candidates_before(later, counter.shared_, sharing);
  for (const Candidate& pair : sharing) {
    const Day horizon = furniture_horizon(days_[pair.earlier], days_[later]);
    const std::uint32_t fewer = std::min(story_shingles(pair.earlier, horizon), story_shingles(later, horizon));
    if (fewer >= rule_.least_shingles && pair.shared >= rule_.containment * fewer) found.push_back(pair);
  }
}

}  // namespace wireprint
