#include "wireprint/verify/compare.hpp"

#include <algorithm>
#include <cassert>
#include <limits>
#include <span>

#include "verify/common_shingles.hpp"
#include "verify/reach.hpp"
#include "verify/tiling.hpp"
#include "wireprint/verify/conflicts.hpp"

namespace wireprint {
namespace {

constexpr Day kPatternsOnly = std::numeric_limits<Day>::min();
constexpr std::uint32_t kWordsAConflict = 100;
constexpr std::uint32_t kOpeningWords = 50;
constexpr std::uint64_t kWordsAShingle = 25;  // of the shorter text for each shared shingle; with fewer, it is not aligned

bool shares_enough_to_align(const PreparedText& a, const PreparedText& b, std::span<const CommonShingle> common) {
  return common.size() * kWordsAShingle >= std::min(a.tokens.size(), b.tokens.size());
}

using Common = std::span<const CommonShingle>;

double contained_both_ways(const PreparedText& a, const PreparedText& b, Common common) {
  return Share{common.size(), std::max(a.distinct_shingles, b.distinct_shingles)}.value();
}

void set_all_text(Match& match, const PreparedText& a, const PreparedText& b, Common common) {
  const ShingleOverlap all = overlap_of(a, b, common);
  match.jaccard_all = all.jaccard();
  match.containment_all_a_in_b = {all.common, all.a};
  match.containment_all_b_in_a = {all.common, all.b};
  match.words_a = static_cast<std::uint32_t>(a.tokens.size());
  match.words_b = static_cast<std::uint32_t>(b.tokens.size());
  match.headlines = headline_likeness(a.headline, b.headline);
}

// Calls use(place in the run, words) for each unbroken stretch of a run that is story in both.
template <class Use>
void for_each_stretch(const AlignedRun& run, const StoryMask& story_a, const StoryMask& story_b, const Use& use) {
  std::uint32_t words = 0;
  for (std::uint32_t i = 0; i <= run.length; ++i) {
    const bool story = i < run.length && story_a.words[run.a_begin + i] != 0 && story_b.words[run.b_begin + i] != 0;
    if (!story && words > 0) use(i - words, words);
    words = story ? words + 1 : 0;
  }
}

/// The two texts with their stories as of the pair's horizon, and what of them is aligned.
class Proof {
 public:
  Proof(const PreparedText& a, const PreparedText& b, Common common, Day horizon)
      : a_(a), b_(b), common_(common), story_a_(story_of(a, horizon)), story_b_(story_of(b, horizon)) {}

  void set_story(Match& match) const {
    const ShingleOverlap story = story_overlap_of(a_, story_shingles(a_, story_a_), b_, story_shingles(b_, story_b_), common_);
    match.jaccard = story.jaccard();
    match.containment_a_in_b = {story.common, story.a};
    match.containment_b_in_a = {story.common, story.b};
    match.story_words_a = story_a_.count;
    match.story_words_b = story_b_.count;
    match.copied = {0, story_b_.count};
    match.kept = {0, story_a_.count};
  }

  void set_alignment(Match& match) {
    const auto runs = align(a_, b_, common_);
    std::vector<std::uint8_t> shared_a(a_.tokens.size(), 0);
    std::vector<std::uint8_t> shared_b(b_.tokens.size(), 0);
    for (const auto& run : runs) {
      match.aligned_words += run.length;
      for_each_stretch(run, story_a_, story_b_, [&](std::uint32_t begin, std::uint32_t words) {
        std::fill_n(shared_a.begin() + run.a_begin + begin, words, std::uint8_t{1});
        std::fill_n(shared_b.begin() + run.b_begin + begin, words, std::uint8_t{1});
        add_stretch(match, words, run.seeded);
      });
    }
    match.copied.part = match.kept.part = match.shared_words;
    set_quoted(match, runs);
    set_opening(match, shared_a, shared_b);
    const auto conflicts = count_conflicts(runs, a_, b_);
    match.number_conflicts = conflicts.numbers;
    match.subject_conflicts = conflicts.subjects;
    add_passages(match, runs);
  }

 private:
  [[nodiscard]] bool is_story(const AlignedRun& run, std::uint32_t i) const {
    return story_a_.words[run.a_begin + i] != 0 && story_b_.words[run.b_begin + i] != 0;
  }
  [[nodiscard]] bool is_quoted(const AlignedRun& run, std::uint32_t i) const {
    return ((a_.tokens.flags[run.a_begin + i] | b_.tokens.flags[run.b_begin + i]) & kQuoted) != 0;
  }

  static void add_stretch(Match& match, std::uint32_t words, bool seeded) {
    ++match.shared_runs;
    match.shared_words += words;
    match.words_in_sentences += words >= kSentenceWords ? words : 0U;
    match.words_in_paragraphs += words >= kParagraphWords ? words : 0U;
    if (seeded) match.longest_run_words = std::max(match.longest_run_words, words);
  }

  void set_quoted(Match& match, const std::vector<AlignedRun>& runs) const {
    std::uint32_t quoted = 0;
    for (const auto& run : runs) {
      for (std::uint32_t i = 0; i < run.length; ++i) quoted += is_story(run, i) && is_quoted(run, i) ? 1U : 0U;
    }
    match.quoted = {quoted, match.shared_words};
    const bool a_is_shorter = story_a_.count <= story_b_.count;
    match.copied_unquoted = {match.shared_words - quoted, a_is_shorter ? unquoted_words(a_, story_a_) : unquoted_words(b_, story_b_)};
  }

  static std::uint64_t unquoted_words(const PreparedText& text, const StoryMask& story) {
    std::uint64_t words = 0;
    for (std::size_t i = 0; i < text.tokens.size(); ++i) words += story.words[i] != 0 && (text.tokens.flags[i] & kQuoted) == 0 ? 1U : 0U;
    return words;
  }

  void set_opening(Match& match, const std::vector<std::uint8_t>& shared_a, const std::vector<std::uint8_t>& shared_b) const {
    const Share a = opening_of(story_a_, shared_a);
    const Share b = opening_of(story_b_, shared_b);
    match.opening = a.value() >= b.value() ? a : b;
  }

  static Share opening_of(const StoryMask& story, const std::vector<std::uint8_t>& shared) {
    Share opening;
    for (std::size_t i = 0; i < shared.size() && opening.whole < kOpeningWords; ++i) {
      opening.whole += story.words[i];
      opening.part += story.words[i] != 0 ? shared[i] : 0U;
    }
    return opening;
  }

  // Runs that continue each other are one passage. Words that merely lie in a gap between two are none, nor is a
  // sentence's first word behind a shared dateline.
  void add_passages(Match& match, const std::vector<AlignedRun>& runs) const {
    const std::size_t least = std::min(a_.shingle_width(), b_.shingle_width());
    for (std::size_t begin = 0, end = 0; begin < runs.size(); begin = end) {
      end = begin + 1;
      while (end < runs.size() && continues(runs[end - 1], runs[end])) ++end;
      const Passage passage = passage_of(std::span(runs).subspan(begin, end - begin));
      const bool seeded = std::any_of(runs.begin() + static_cast<std::ptrdiff_t>(begin), runs.begin() + static_cast<std::ptrdiff_t>(end),
                                      [](const AlignedRun& run) { return run.seeded; });
      if (seeded && passage.words >= least) match.passages.push_back(passage);
    }
  }

  [[nodiscard]] Passage passage_of(std::span<const AlignedRun> runs) const {
    Passage passage;
    std::uint32_t quoted = 0;
    for (const AlignedRun& run : runs) {
      for (std::uint32_t i = 0; i < run.length; ++i) {
        if (!is_story(run, i)) continue;
        const TextRange in_a = a_.tokens.ranges[run.a_begin + i];
        const TextRange in_b = b_.tokens.ranges[run.b_begin + i];
        if (passage.words++ == 0) passage.a.begin = in_a.begin, passage.b.begin = in_b.begin;
        passage.a.end = in_a.end;
        passage.b.end = in_b.end;
        quoted += is_quoted(run, i) ? 1U : 0U;
      }
    }
    passage.quoted = 2 * quoted >= passage.words;
    return passage;
  }

  const PreparedText& a_;
  const PreparedText& b_;
  Common common_;
  StoryMask story_a_;
  StoryMask story_b_;
};

bool shares_no_story(const PreparedText& a, const PreparedText& b, Common common, Day horizon) {
  const auto story = [horizon](const PreparedText& text) { return story_shingles(text, story_of(text, horizon)); };
  return story_overlap_of(a, story(a), b, story(b), common).common == 0;
}

/// The stories of two texts as of a horizon.
struct Stories {
  StoryMask a;
  StoryMask b;
};

SharedStory shared_story(const PreparedText& a, const PreparedText& b, Common common, const Stories& stories) {
  SharedStory story{.a = stories.a.count, .b = stories.b.count};
  for (const auto& run : align(a, b, common)) {
    for_each_stretch(run, stories.a, stories.b, [&](std::uint32_t, std::uint32_t words) {
      story.shared += words;
      ++story.runs;
    });
  }
  return story;
}

}  // namespace

Match compare(const PreparedText& a, const PreparedText& b, const PairFacts& facts) {
  Match match;
  match.same_outlet = facts.same_outlet;
  match.days_apart = facts.days_apart;
  const auto common = common_shingles(a, b);
  set_all_text(match, a, b, common);
  const bool nearly_identical = contained_both_ways(match) >= kNearlyIdentical;
  Proof proof(a, b, common, nearly_identical ? kPatternsOnly : facts.horizon);
  proof.set_story(match);
  if (shares_enough_to_align(a, b, common)) proof.set_alignment(match);
  match.all_recurs = nearly_identical && shares_no_story(a, b, common, facts.horizon);
  return match;
}

bool share_enough_to_align(const PreparedText& a, const PreparedText& b) { return shares_enough_to_align(a, b, common_shingles(a.seeds, b.seeds)); }

SharedStory shared_story(const PreparedText& a, const PreparedText& b, Day horizon) {
  const auto common = common_shingles(a, b);
  if (!shares_enough_to_align(a, b, common)) return {};
  const Day as_of = contained_both_ways(a, b, common) >= kNearlyIdentical ? kPatternsOnly : horizon;
  return shared_story(a, b, common, {story_of(a, as_of), story_of(b, as_of)});
}

bool contain_or_share(const PreparedText& a, const PreparedText& b, Day horizon, double contained, const std::function<bool(const SharedStory&)>& enough) {
  assert(contained <= kNearlyIdentical && "what is nearly identical has its story by patterns only");
  const auto common = common_shingles(a, b);
  if (contained_both_ways(a, b, common) >= contained) return true;
  if (!shares_enough_to_align(a, b, common)) return enough({});
  const Stories stories{story_of(a, horizon), story_of(b, horizon)};
  const SharedStory most{.a = stories.a.count, .b = stories.b.count, .shared = words_in_reach(a, stories.a, b, stories.b, common)};
  return enough(most) && enough(shared_story(a, b, common, stories));
}

double contained_both_ways(const Match& match) { return std::min(match.containment_all_a_in_b.value(), match.containment_all_b_in_a.value()); }

double contained_both_ways(const PreparedText& a, const PreparedText& b) { return contained_both_ways(a, b, common_shingles(a, b)); }

bool numbers_conflict(const Match& match, std::uint32_t least) {
  return match.number_conflicts >= least && match.number_conflicts * kWordsAConflict > match.aligned_words;
}

}  // namespace wireprint
