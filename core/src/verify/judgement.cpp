#include "wireprint/verify/judgement.hpp"

#include <algorithm>

namespace wireprint {
namespace {

constexpr double kWhole = 0.9;  // of a story: nothing that matters was left out
constexpr std::uint32_t kBrokenRun = 12;  // words; shorter on average, and the text was edited throughout

struct Decision {
  Verdict verdict;
  Reason reason;
};

double share_of_shorter(const Match& match) { return std::max(match.copied.value(), match.kept.value()); }

Decision decide(const Match& match, const CopyRule& rule) {
  if (numbers_conflict(match)) return {Verdict::Template, Reason::NumberConflicts};
  if (contained_whole(match)) {
    const bool identical = match.jaccard_all.part == match.jaccard_all.whole;
    return {Verdict::Copy, identical ? Reason::IdenticalText : Reason::ContainedWhole};
  }
  if (match.story_words_a == 0 || match.story_words_b == 0) return {Verdict::Different, Reason::NoStory};
  if (match.aligned_words == 0) return {Verdict::Different, match.jaccard_all.part > 0 ? Reason::FurnitureOnly : Reason::LittleShared};
  if (match.aligned_words < rule.min_words) return {Verdict::Different, Reason::FewWords};
  if (match.quoted.value() > rule.max_quoted) return {Verdict::Quote, Reason::MostlyQuoted};
  if (share_of_shorter(match) >= rule.min_share) return {Verdict::Copy, Reason::StoryShared};
  if (match.longest_run_words >= rule.block_words) return {Verdict::Partial, Reason::BlockShared};
  return {Verdict::Different, Reason::LittleShared};
}

}  // namespace

Role role_of(const Match& match) {
  const bool all_copied = match.copied.value() >= kWhole;
  const bool all_kept = match.kept.value() >= kWhole;
  if (all_copied && all_kept) return Role::Verbatim;
  if (all_copied) return Role::Trimmed;
  if (all_kept) return Role::Extended;
  const auto runs = std::max<std::size_t>(1, match.passages.size());
  return match.aligned_words / runs < kBrokenRun ? Role::Rewritten : Role::Updated;
}

void judge(Match& match, const CopyRule& rule) {
  const auto [verdict, reason] = decide(match, rule);
  match.verdict = verdict;
  match.reasons = {reason};
  match.role = role_of(match);
}

}  // namespace wireprint
