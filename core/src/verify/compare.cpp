#include "wireprint/verify/compare.hpp"

#include <algorithm>
#include <limits>

#include "wireprint/sketch/shingles.hpp"
#include "wireprint/verify/alignment.hpp"
#include "wireprint/verify/number_conflicts.hpp"

namespace wireprint {
namespace {

constexpr Day kPatternsOnly = std::numeric_limits<Day>::min();
constexpr std::uint32_t kLeastConflicts = 2;
constexpr std::uint32_t kWordsAConflict = 100;

struct Resemblance {
  Share jaccard;
  Share a_in_b;
  Share b_in_a;
};

Resemblance resemblance(const std::vector<std::uint64_t>& a, const std::vector<std::uint64_t>& b) {
  const std::uint64_t common = count_common(a, b);
  return {{common, a.size() + b.size() - common}, {common, a.size()}, {common, b.size()}};
}

bool quoted_in_both(const AlignedRun& run, std::uint32_t i, const PreparedText& a, const Story& story_a, const PreparedText& b, const Story& story_b) {
  const auto flags_a = a.tokens.flags[story_a.positions[run.a_begin + i]];
  const auto flags_b = b.tokens.flags[story_b.positions[run.b_begin + i]];
  return (flags_a & flags_b & kQuoted) != 0;
}

std::uint32_t count_quoted(const AlignedRun& run, const PreparedText& a, const Story& story_a, const PreparedText& b, const Story& story_b) {
  std::uint32_t quoted = 0;
  for (std::uint32_t i = 0; i < run.length; ++i) quoted += quoted_in_both(run, i, a, story_a, b, story_b) ? 1U : 0U;
  return quoted;
}

TextRange range_of(const PreparedText& text, const Story& story, std::uint32_t first, std::uint32_t last) {
  return {text.tokens.ranges[story.positions[first]].begin, text.tokens.ranges[story.positions[last]].end};
}

// Runs that continue each other are one passage.
void add_passages(Match& match, const std::vector<AlignedRun>& runs, const PreparedText& a, const Story& story_a, const PreparedText& b, const Story& story_b) {
  std::uint32_t quoted_words = 0;
  for (std::size_t begin = 0, end = 0; begin < runs.size(); begin = end) {
    std::uint32_t words = 0;
    std::uint32_t quoted = 0;
    do {
      words += runs[end].length;
      quoted += count_quoted(runs[end], a, story_a, b, story_b);
      ++end;
    } while (end < runs.size() && continues(runs[end - 1], runs[end]));
    match.passages.push_back({range_of(a, story_a, runs[begin].a_begin, runs[end - 1].a_end() - 1),
                              range_of(b, story_b, runs[begin].b_begin, runs[end - 1].b_end() - 1), words, 2 * quoted >= words});
    match.aligned_words += words;
    quoted_words += quoted;
  }
  match.quoted = {quoted_words, match.aligned_words};
}

}  // namespace

Match compare(const PreparedText& a, const PreparedText& b, Day horizon, const Recipe& recipe) {
  Match match;
  const auto all = resemblance(a.distinct_shingles, b.distinct_shingles);
  match.jaccard_all = all.jaccard;
  match.containment_all_a_in_b = all.a_in_b;
  match.containment_all_b_in_a = all.b_in_a;
  match.words_a = static_cast<std::uint32_t>(a.tokens.size());
  match.words_b = static_cast<std::uint32_t>(b.tokens.size());

  const Day taken_off = contained_whole(match) ? kPatternsOnly : horizon;
  const Story story_a = story_of(a, taken_off, recipe);
  const Story story_b = story_of(b, taken_off, recipe);
  const auto story = resemblance(story_a.distinct_shingles, story_b.distinct_shingles);
  match.jaccard = story.jaccard;
  match.containment_a_in_b = story.a_in_b;
  match.containment_b_in_a = story.b_in_a;
  match.story_words_a = static_cast<std::uint32_t>(story_a.words.size());
  match.story_words_b = static_cast<std::uint32_t>(story_b.words.size());

  const auto runs = align(story_a.words, story_b.words, recipe.shingle_words);
  for (const auto& run : runs) match.longest_run_words = std::max(match.longest_run_words, run.length);
  match.copied = {covered_in_b(runs), story_b.words.size()};
  match.kept = {covered_in_a(runs, story_a.words.size()), story_a.words.size()};
  add_passages(match, runs, a, story_a, b, story_b);
  match.number_conflicts = count_number_conflicts(runs, a, story_a, b, story_b);
  return match;
}

bool contained_whole(const Match& match) {
  return match.containment_all_a_in_b.value() >= kNearlyIdentical && match.containment_all_b_in_a.value() >= kNearlyIdentical;
}

bool numbers_conflict(const Match& match) {
  return match.number_conflicts >= kLeastConflicts && match.number_conflicts * kWordsAConflict > match.aligned_words;
}

}  // namespace wireprint
