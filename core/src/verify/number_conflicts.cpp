#include "wireprint/verify/number_conflicts.hpp"

#include <algorithm>
#include <string>

#include "wireprint/text/tokenizer.hpp"

namespace wireprint {
namespace {

// The numbers among the story's words [begin, end), separated by blanks: "1.250" and "1,250" are both "1250".
std::string numbers_in(const PreparedText& text, const Story& story, std::uint32_t begin, std::uint32_t end) {
  std::string numbers;
  for (std::uint32_t i = begin; i < end; ++i) {
    const std::uint32_t token = story.positions[i];
    if ((text.tokens.flags[token] & kNumber) == 0) continue;
    const TextRange range = text.tokens.ranges[token];
    numbers += normalize(text.body.substr(range.begin, range.end - range.begin)) + ' ';
  }
  std::erase_if(numbers, [](char c) { return c == '.' || c == ','; });
  return numbers;
}

}  // namespace

std::uint32_t count_number_conflicts(std::span<const AlignedRun> runs, const PreparedText& a, const Story& story_a, const PreparedText& b,
                                     const Story& story_b) {
  std::uint32_t conflicts = 0;
  for (std::size_t i = 1; i < runs.size(); ++i) {
    if (!continues(runs[i - 1], runs[i])) continue;
    const std::string in_a = numbers_in(a, story_a, runs[i - 1].a_end(), runs[i].a_begin);
    if (in_a.empty()) continue;
    const std::string in_b = numbers_in(b, story_b, runs[i - 1].b_end(), runs[i].b_begin);
    if (!in_b.empty() && in_a != in_b) ++conflicts;
  }
  return conflicts;
}

}  // namespace wireprint
