#include "wireprint/verify/conflicts.hpp"

#include <algorithm>
#include <numeric>
#include <string>
#include <vector>

#include "wireprint/text/tokenizer.hpp"

namespace wireprint {
namespace {

// Tokens [begin, end) of one text between two aligned runs.
struct Gap {
  const PreparedText& text;
  std::uint32_t begin;
  std::uint32_t end;
};

// "1.250" and "1,250" are both "1250".
std::vector<std::string> numbers_in(const Gap& gap) {
  std::vector<std::string> numbers;
  for (std::uint32_t i = gap.begin; i < gap.end; ++i) {
    if ((gap.text.tokens.flags[i] & kNumber) == 0) continue;
    const TextRange range = gap.text.tokens.ranges[i];
    auto& number = numbers.emplace_back(normalize(gap.text.body.substr(range.begin, range.end - range.begin)));
    std::erase_if(number, [](char c) { return c == '.' || c == ','; });
  }
  return numbers;
}

// A space or a colon cuts "1 250" and "4:40" into two tokens, where others write "1,250" and "4.40".
std::string joined(const std::vector<std::string>& numbers) { return std::accumulate(numbers.begin(), numbers.end(), std::string()); }

bool numbers_differ(const Gap& in_a, const Gap& in_b) {
  auto a = numbers_in(in_a);
  if (a.empty()) return false;
  auto b = numbers_in(in_b);
  if (b.empty() || joined(a) == joined(b)) return false;
  std::ranges::sort(a);  // dates and scores may change places
  std::ranges::sort(b);
  return a != b;
}

// Words of the headline that stand in the text, but neither in the other text nor in its headline.
std::vector<std::uint64_t> own_subject(const PreparedText& text, const PreparedText& other) {
  std::vector<std::uint64_t> own;
  std::ranges::copy_if(text.headline, std::back_inserter(own), [&](std::uint64_t word) {
    return std::ranges::binary_search(text.vocabulary, word) && !std::ranges::binary_search(other.vocabulary, word) &&
           !std::ranges::binary_search(other.headline, word);
  });
  return own;
}

bool holds_any(const Gap& gap, const std::vector<std::uint64_t>& words) {
  for (std::uint32_t i = gap.begin; i < gap.end; ++i) {
    if (std::ranges::binary_search(words, gap.text.tokens.hashes[i])) return true;
  }
  return false;
}

}  // namespace

Conflicts count_conflicts(std::span<const AlignedRun> runs, const PreparedText& a, const PreparedText& b) {
  const auto subject_a = own_subject(a, b);
  const auto subject_b = own_subject(b, a);
  Conflicts conflicts;
  for (std::size_t i = 1; i < runs.size(); ++i) {
    if (!continues(runs[i - 1], runs[i])) continue;
    const Gap in_a{a, runs[i - 1].a_end(), runs[i].a_begin};
    const Gap in_b{b, runs[i - 1].b_end(), runs[i].b_begin};
    conflicts.numbers += numbers_differ(in_a, in_b) ? 1U : 0U;
    conflicts.subjects += holds_any(in_a, subject_a) && holds_any(in_b, subject_b) ? 1U : 0U;
  }
  return conflicts;
}

}  // namespace wireprint
