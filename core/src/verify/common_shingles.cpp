#include "verify/common_shingles.hpp"

#include <algorithm>
#include <numeric>

namespace wireprint {
namespace {

bool any_story(std::span<const Seed> places, const StoryMask& story) {
  return std::ranges::any_of(places, [&](const Seed& seed) { return story.shingles[seed.place] != 0; });
}

std::uint64_t count_story(const PreparedText& text, const StoryMask& story) {
  if (text.distinct_shingles == text.seeds.size()) return std::accumulate(story.shingles.begin(), story.shingles.end(), std::uint64_t{0});
  std::uint64_t count = 0;
  for (std::size_t first = 0; first < text.seeds.size();) {
    const auto places = places_from(text.seeds, first);
    count += any_story(places, story) ? 1U : 0U;
    first += places.size();
  }
  return count;
}

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

std::span<const Seed> places_from(std::span<const Seed> seeds, std::size_t first) {
  std::size_t end = first + 1;
  while (end < seeds.size() && seeds[end].shingle == seeds[first].shingle) ++end;
  return seeds.subspan(first, end - first);
}

ShingleOverlap overlap_of(const PreparedText& a, const PreparedText& b, std::span<const CommonShingle> common) {
  return {a.distinct_shingles, b.distinct_shingles, common.size()};
}

ShingleOverlap story_overlap_of(const PreparedText& a, const StoryMask& story_a, const PreparedText& b, const StoryMask& story_b,
                         std::span<const CommonShingle> common) {
  ShingleOverlap overlap{count_story(a, story_a), count_story(b, story_b), 0};
  for (const CommonShingle& shingle : common) {
    const bool both = any_story(places_from(a.seeds, shingle.in_a), story_a) && any_story(places_from(b.seeds, shingle.in_b), story_b);
    overlap.common += both ? 1U : 0U;
  }
  return overlap;
}

}  // namespace wireprint
