#include "verify/reach.hpp"

#include <algorithm>
#include <vector>

#include "wireprint/verify/alignment.hpp"

namespace wireprint {
namespace {

using Marks = std::vector<std::uint8_t>;  // by place: 1 for a shingle of both texts

void mark(const PreparedText& text, std::size_t first, Marks& marks) {
  for (const Seed& seed : places_from(text.seeds, first)) marks[seed.place] = 1;
}

std::uint32_t words_in_reach(const PreparedText& text, const StoryMask& story, const Marks& marks) {
  const std::size_t width = text.shingle_width();
  std::uint32_t words = 0;
  std::size_t end = 0;  // of what is in reach so far
  for (std::size_t place = 0; place < marks.size(); ++place) {
    if (marks[place] == 0) continue;
    const bool goes_on = end > 0 && place <= end + kLongestFill;
    const std::size_t begin = goes_on ? end : place;
    end = place + width;
    for (std::size_t i = begin; i < end; ++i) words += story.words[i];
  }
  return words;
}

}  // namespace

std::uint32_t words_in_reach(const PreparedText& a, const StoryMask& story_a, const PreparedText& b, const StoryMask& story_b,
                             std::span<const CommonShingle> common) {
  Marks marks_a(a.seeds.size(), 0);
  Marks marks_b(b.seeds.size(), 0);
  for (const CommonShingle& shingle : common) {
    mark(a, shingle.in_a, marks_a);
    mark(b, shingle.in_b, marks_b);
  }
  return std::min(words_in_reach(a, story_a, marks_a), words_in_reach(b, story_b, marks_b));
}

}  // namespace wireprint
