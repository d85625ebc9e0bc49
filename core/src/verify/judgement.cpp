#include "wireprint/verify/judgement.hpp"

#include <algorithm>
#include <optional>

namespace wireprint {
namespace {

constexpr double kWhole = 0.9;            // of a story: nothing that matters was left out
constexpr std::uint32_t kBrokenRun = 15;  // words; with shorter runs on average hardly a sentence was left as it was

// Enough of the story, whether it is quoted or not.
bool shares_enough(double of_shorter, double of_longer, std::uint32_t words, const CopyRule& rule) {
  return of_shorter >= rule.min_share && of_longer >= rule.min_share_of_longer && words >= rule.min_words;
}

double share_of_shorter(const Match& match) { return std::max(match.copied.value(), match.kept.value()); }
double share_of_longer(const Match& match) { return std::min(match.copied.value(), match.kept.value()); }

// Enough of the story itself.
bool shares_story(const Match& match, const CopyRule& rule) {
  const double share = share_of_shorter(match);
  const bool beyond_quotation = share >= rule.whole || match.copied_unquoted.value() >= rule.min_share;
  return shares_enough(share, share_of_longer(match), match.shared_words, rule) && beyond_quotation;
}

bool is_reissue(const Match& match, const CopyRule& rule) {
  return contained_both_ways(match) >= rule.reissued && match.headlines.value() >= rule.same_headline && !match.same_outlet;
}

// Why the pair may be a copy.
std::optional<Reason> reason_for(const Match& match, const CopyRule& rule) {
  const bool identical = match.jaccard_all.part == match.jaccard_all.whole && match.words_a == match.words_b;
  const bool has_content = match.shared_words >= rule.min_words || match.headlines.value() >= rule.like_headline;
  if (identical && match.jaccard_all.whole > 0) return Reason::IdenticalText;
  if (contained_both_ways(match) >= kNearlyIdentical && has_content) return Reason::ContainedWhole;
  if (shares_story(match, rule)) return Reason::StoryShared;
  if (is_reissue(match, rule) && has_content) return Reason::Reissued;
  return std::nullopt;
}

bool in_broken_runs(std::uint32_t words, std::uint32_t runs) { return words < kBrokenRun * runs; }

Role role_by(const Share& copied, const Share& kept, std::uint32_t words, std::uint32_t runs) {
  const bool all_copied = copied.value() >= kWhole;
  const bool all_kept = kept.value() >= kWhole;
  if (all_copied && all_kept) return Role::Verbatim;
  if (all_copied) return Role::Trimmed;
  if (all_kept) return Role::Extended;
  return in_broken_runs(words, runs) ? Role::Rewritten : Role::Updated;
}

// Others rewrite a story on the day or the next, an outlet its own on the day. What is rewritten throughout after that is a form
// that was filled in again.
bool is_refilled_form(const Match& match, const CopyRule& rule) {
  const bool other_day = match.days_apart && *match.days_apart >= (match.same_outlet ? 1 : rule.series_days);
  const bool as_a_whole = contained_both_ways(match) >= kNearlyIdentical || is_reissue(match, rule);
  return other_day && in_broken_runs(match.shared_words, match.shared_runs) && share_of_shorter(match) < rule.form_share && !as_a_whole;
}

// Why it is none all the same.
std::optional<Reason> reason_against(const Match& match, const CopyRule& rule) {
  const bool one_day = match.days_apart && *match.days_apart == 0;
  if (numbers_conflict(match, rule.number_conflicts) && !(one_day && share_of_shorter(match) >= rule.same_day_whole)) return Reason::NumberConflicts;
  const bool other_opening = match.opening.value() < rule.block_opening && match.headlines.value() < rule.block_headline;
  if (match.same_outlet && other_opening && share_of_shorter(match) < kWhole) return Reason::OutletBlock;
  if (match.subject_conflicts >= rule.subject_conflicts) return Reason::OtherSubject;
  const bool other_day = match.days_apart && *match.days_apart >= rule.series_days;
  const bool frame_only = share_of_longer(match) < rule.series_share && contained_both_ways(match) < kNearlyIdentical;
  const bool own_words_differ = match.all_recurs && match.headlines.value() < rule.like_headline;
  if (match.same_outlet && ((other_day && frame_only) || own_words_differ)) return Reason::Series;
  if (is_refilled_form(match, rule)) return Reason::Form;
  return std::nullopt;
}

// Why a pair that nothing speaks for is what it is.
Reason reason_of_refusal(const Match& match, const CopyRule& rule) {
  if (match.jaccard_all.part == 0) return Reason::NothingShared;
  if (match.shared_words == 0) return Reason::FurnitureOnly;
  if (match.shared_words < rule.min_words) return Reason::FewWords;
  if (numbers_conflict(match, rule.number_conflicts)) return Reason::NumberConflicts;
  if (match.quoted.value() >= rule.mostly_quoted) return Reason::MostlyQuoted;
  const bool enough = share_of_shorter(match) >= rule.min_share;
  if (enough && share_of_longer(match) < rule.min_share_of_longer) return Reason::WithinDigest;
  if (enough) return Reason::MostlyQuoted;
  return match.longest_run_words >= rule.block_words ? Reason::BlockShared : Reason::LittleShared;
}

Verdict verdict_of(Reason reason) {
  switch (reason) {
    case Reason::IdenticalText:
    case Reason::ContainedWhole:
    case Reason::Reissued:
    case Reason::StoryShared:
    case Reason::BeyondWindow:
    case Reason::WithinOutlet:
    case Reason::JaccardReached: return Verdict::Copy;
    case Reason::NumberConflicts:
    case Reason::OtherSubject:
    case Reason::Series:
    case Reason::Form: return Verdict::Template;
    case Reason::MostlyQuoted: return Verdict::Quote;
    case Reason::OutletBlock:
    case Reason::WithinDigest:
    case Reason::BlockShared: return Verdict::Partial;
    case Reason::LittleShared:
    case Reason::FewWords:
    case Reason::FurnitureOnly:
    case Reason::NothingShared: return Verdict::Different;
  }
  return Verdict::Different;
}

/// The reason that decides, and what spoke for a copy where something outweighed it.
struct Grounds {
  Reason decisive = Reason::NothingShared;
  std::optional<Reason> outweighed;
};

Grounds grounds_of(const Match& match, const CopyRule& rule) {
  const auto pro = reason_for(match, rule);
  if (!pro) return {reason_of_refusal(match, rule), std::nullopt};
  const auto contra = *pro != Reason::IdenticalText ? reason_against(match, rule) : std::nullopt;
  return contra ? Grounds{*contra, pro} : Grounds{*pro, std::nullopt};
}

}  // namespace

Role role_of(const Match& match) { return role_by(match.copied, match.kept, match.shared_words, match.shared_runs); }
Role role_of(const SharedStory& story) { return role_by(story.copied(), story.kept(), story.shared, story.runs); }

Share nearness_of(const Match& match) {
  const Share story = match.copied.value() >= match.kept.value() ? match.copied : match.kept;
  const Share all = match.containment_all_a_in_b.value() <= match.containment_all_b_in_a.value() ? match.containment_all_a_in_b : match.containment_all_b_in_a;
  return story.value() >= all.value() ? story : all;
}

CopyRule rule_of(const Coefficients& coefficients) {
  CopyRule rule;
  rule.min_share = coefficients.thresholds.min_share;
  rule.min_share_of_longer = coefficients.thresholds.min_share_of_longer;
  rule.whole = coefficients.thresholds.whole;
  rule.coefficients = coefficients;
  return rule;
}

void judge(Match& match, const CopyRule& rule) {
  const Grounds grounds = grounds_of(match, rule);
  match.reasons.clear();
  match.reasons.push_back(grounds.decisive);
  if (grounds.outweighed) match.reasons.push_back(*grounds.outweighed);
  match.verdict = verdict_of(grounds.decisive);
  match.role = role_of(match);
  match.log_odds = log_odds(rule.coefficients, features_of(match));
}

bool may_be_copy(const PreparedText& a, const PreparedText& b, Day horizon, const CopyRule& rule) {
  const auto enough = [&](const SharedStory& story) {
    const double of_shorter = Share{story.shared, std::min(story.a, story.b)}.value();
    const double of_longer = Share{story.shared, std::max(story.a, story.b)}.value();
    return shares_enough(of_shorter, of_longer, story.shared, rule);
  };
  return contain_or_share(a, b, horizon, std::min(kNearlyIdentical, rule.reissued), enough);
}

Verdict verdict_under(const Match& match, const CopyRule& rule) { return verdict_of(grounds_of(match, rule).decisive); }

}  // namespace wireprint
