#include "wireprint/verify/features.hpp"

#include <algorithm>

namespace wireprint {
namespace {

constexpr std::array<FeatureName, kFeatures> kNames{{
    {"shorter", 1, "share of the shorter story that stands in the other"},
    {"longer", 1, "share of the longer story that stands in the other"},
    {"unquoted", 1, "share of the shorter story outside quotation marks that is shared outside them"},
    {"quoted", -1, "share of the shared words that stand inside quotation marks"},
    {"shared", 1, "many shared words (half at 50)"},
    {"longest_run", 1, "a long unbroken run (half at 20 words)"},
    {"sentences", 1, "share of the shared words in unbroken runs of 20 words and more"},
    {"paragraphs", 1, "share of the shared words in unbroken runs of 40 words and more"},
    {"numbers", -1, "other figures in the same words (half at one in a hundred words)"},
    {"subject", -1, "each headline's own word in the other's place"},
    {"headlines", 1, "likeness of the headlines"},
    {"opening", 1, "share of the first 50 story words that is shared"},
    {"same_outlet", -1, "one outlet printed both"},
    {"outlet_block", -1, "one outlet printed both, and the opening is another"},
    {"days", -1, "days between them (half at 3)"},
    {"outlet_days", -1, "one outlet printed both, on other days"},
    {"all_of_shorter", 1, "share of the shorter text, furniture included, that stands in the other"},
    {"recurs", -1, "share of the shorter text that is furniture"},
    {"rule", 1, "the rule calls it a copy"},
}};

// In [0, 1): 0 at nothing, 0.5 at `half`.
double saturate(double value, double half) { return value / (value + half); }

double share(std::uint64_t part, std::uint64_t whole) { return Share{part, whole}.value(); }

double furniture_share(const Match& match) {
  const bool a_is_shorter = match.words_a <= match.words_b;
  const auto words = a_is_shorter ? match.words_a : match.words_b;
  const auto story = a_is_shorter ? match.story_words_a : match.story_words_b;
  return share(words - story, words);
}

}  // namespace

const std::array<FeatureName, kFeatures>& feature_names() { return kNames; }

Features features_of(const Match& match) {
  const double days = match.days_apart ? saturate(*match.days_apart, 3) : 0;
  const double opening = match.opening.value();
  const double same_outlet = match.same_outlet ? 1 : 0;
  const double conflicts = share(std::uint64_t{100} * match.number_conflicts, match.aligned_words);
  return {
      std::max(match.copied.value(), match.kept.value()),
      std::min(match.copied.value(), match.kept.value()),
      match.copied_unquoted.value(),
      match.quoted.value(),
      saturate(match.shared_words, 50),
      saturate(match.longest_run_words, 20),
      share(match.words_in_sentences, match.shared_words),
      share(match.words_in_paragraphs, match.shared_words),
      saturate(conflicts, 1),
      saturate(match.subject_conflicts, 1),
      match.headlines.value(),
      opening,
      same_outlet,
      same_outlet * (1 - opening),
      days,
      same_outlet * days,
      std::max(match.containment_all_a_in_b.value(), match.containment_all_b_in_a.value()),
      furniture_share(match),
      match.verdict == Verdict::Copy ? 1.0 : 0.0,
  };
}

}  // namespace wireprint
