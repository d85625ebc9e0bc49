#include "verify/common_shingles.hpp"

#include <algorithm>
#include <bit>
#include <cassert>
#include <numeric>
#include <utility>

namespace wireprint {
namespace {

using Story = std::span<const std::uint8_t>;  // by place

bool any_story(std::span<const Seed> places, Story story) {
  return std::ranges::any_of(places, [&](const Seed& seed) { return story[seed.place] != 0; });
}

std::uint64_t count_story(const PreparedText& text, Story story) {
  if (text.distinct_shingles == text.seeds.size()) return std::accumulate(story.begin(), story.end(), std::uint64_t{0});
  std::uint64_t count = 0;
  for (std::size_t first = 0; first < text.seeds.size();) {
    const auto places = places_from(text.seeds, first);
    count += any_story(places, story) ? 1U : 0U;
    first += places.size();
  }
  return count;
}

// The seeds of a text, to be looked up. A part holds one seed on average, and hardly ever more than kAtOnce smaller than
// the one that is looked for: so many are counted, whether the part has them or not, since a loop to the first that is not
// smaller would be foretold badly.
class SeedFinder {
 public:
  static constexpr std::size_t kAtOnce = 3;

  explicit SeedFinder(const PreparedText& text)
      : seeds_(text.seeds), parts_(text.seed_parts), shift_(64 - std::countr_zero(text.seed_parts.size())), last_start_(seeds_.size() - kAtOnce) {
    assert(seeds_.size() >= kAtOnce && std::has_single_bit(parts_.size()));
  }

  /// The first seed whose shingle is not smaller; the number of seeds if there is none.
  [[nodiscard]] std::size_t find(std::uint64_t shingle) const {
    const std::size_t start = std::min<std::size_t>(parts_[shingle >> shift_], last_start_);
    std::size_t at = start;
    for (std::size_t i = 0; i < kAtOnce; ++i) at += static_cast<std::size_t>(seeds_[start + i].shingle < shingle);
    while (at < seeds_.size() && seeds_[at].shingle < shingle) ++at;
    return at;
  }

  [[nodiscard]] bool holds(std::size_t at, std::uint64_t shingle) const { return at < seeds_.size() && seeds_[at].shingle == shingle; }

 private:
  std::span<const Seed> seeds_;
  std::span<const std::uint32_t> parts_;
  int shift_;
  std::size_t last_start_;
};

}  // namespace

// Which of two hashes is smaller cannot be foretold: so no step branches on it.
std::vector<CommonShingle> common_shingles(std::span<const Seed> a, std::span<const Seed> b) {
  std::vector<CommonShingle> common(std::min(a.size(), b.size()) + 1);
  std::size_t found = 0;
  for (std::size_t i = 0, j = 0; i < a.size() && j < b.size();) {
    const std::uint64_t x = a[i].shingle;
    const std::uint64_t y = b[j].shingle;
    const bool first = i == 0 || a[i - 1].shingle != x;  // then j stands at the first in b
    common[found] = {static_cast<std::uint32_t>(i), static_cast<std::uint32_t>(j)};
    found += static_cast<std::size_t>(x == y) & static_cast<std::size_t>(first);
    i += x <= y ? 1U : 0U;
    j += y <= x ? 1U : 0U;
  }
  common.resize(found);
  return common;
}

std::vector<CommonShingle> common_shingles(const PreparedText& a, const PreparedText& b) {
  if (a.seeds.size() > b.seeds.size()) {
    auto common = common_shingles(b, a);
    for (CommonShingle& shingle : common) std::swap(shingle.in_a, shingle.in_b);
    return common;
  }
  if (b.seeds.size() < SeedFinder::kAtOnce) return common_shingles(std::span(a.seeds), std::span(b.seeds));
  const SeedFinder finder(b);
  std::vector<CommonShingle> common(a.seeds.size() + 1);
  std::size_t found = 0;
  for (std::size_t i = 0; i < a.seeds.size(); ++i) {
    const std::uint64_t shingle = a.seeds[i].shingle;
    const std::size_t at = finder.find(shingle);
    const bool first = i == 0 || a.seeds[i - 1].shingle != shingle;
    common[found] = {static_cast<std::uint32_t>(i), static_cast<std::uint32_t>(at)};
    found += static_cast<std::size_t>(finder.holds(at, shingle)) & static_cast<std::size_t>(first);
  }
  common.resize(found);
  return common;
}

std::span<const Seed> places_from(std::span<const Seed> seeds, std::size_t first) {
  std::size_t end = first + 1;
  while (end < seeds.size() && seeds[end].shingle == seeds[first].shingle) ++end;
  return seeds.subspan(first, end - first);
}

ShingleOverlap overlap_of(const PreparedText& a, const PreparedText& b, std::span<const CommonShingle> common) {
  return {a.distinct_shingles, b.distinct_shingles, common.size()};
}

ShingleOverlap story_overlap_of(const PreparedText& a, Story story_a, const PreparedText& b, Story story_b, std::span<const CommonShingle> common) {
  ShingleOverlap overlap{count_story(a, story_a), count_story(b, story_b), 0};
  for (const CommonShingle& shingle : common) {
    const bool both = any_story(places_from(a.seeds, shingle.in_a), story_a) && any_story(places_from(b.seeds, shingle.in_b), story_b);
    overlap.common += both ? 1U : 0U;
  }
  return overlap;
}

}  // namespace wireprint
