#include "wireprint/evaluation/tuning.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <optional>

namespace wireprint {
namespace {

constexpr std::uint32_t kFolds = 10;

std::vector<Thresholds> make_grid() {
  const Thresholds shipped = shipped_coefficients().thresholds;
  std::vector<Thresholds> grid;
  for (const double share : {0.35, 0.40, 0.45, 0.50, 0.55, 0.60}) {
    for (const double longer : {0.10, 0.15, 0.20}) {
      for (const double whole : {0.80, 0.85, 0.90}) grid.push_back({share, longer, whole});
    }
  }
  std::erase(grid, shipped);
  grid.insert(grid.begin(), shipped);
  const auto distance = [&](const Thresholds& t) {
    return std::abs(t.min_share - shipped.min_share) + std::abs(t.min_share_of_longer - shipped.min_share_of_longer) + std::abs(t.whole - shipped.whole);
  };
  std::ranges::stable_sort(grid, [&](const Thresholds& x, const Thresholds& y) { return distance(x) + 1e-9 < distance(y); });
  return grid;
}

std::vector<Answer> answers_of(const LabelledCorpus& corpus, std::size_t thresholds) {
  std::vector<Answer> answers;
  for (std::size_t i = 0; i < corpus.examples.size(); ++i) answers.push_back({corpus.examples[i].copy, corpus.joined[thresholds][i], corpus.stories[i]});
  return answers;
}

// Over all corpora but `left_out`.
Accuracy accuracy_under(std::span<const LabelledCorpus> corpora, std::size_t thresholds, const LabelledCorpus* left_out) {
  Accuracy sum;
  for (const auto& corpus : corpora) {
    if (&corpus != left_out) sum += accuracy_of(answers_of(corpus, thresholds));
  }
  return sum;
}

std::size_t best_thresholds(std::span<const LabelledCorpus> corpora, const LabelledCorpus* left_out) {
  std::size_t best = 0;
  double most = -1;
  for (std::size_t i = 0; i < threshold_grid().size(); ++i) {
    const double f1 = accuracy_under(corpora, i, left_out).f1().value();
    if (f1 > most) most = f1, best = i;
  }
  return best;
}

// Pair by pair: whether the rule calls it a copy is the last feature.
std::vector<Answer> verdicts_of(const LabelledCorpus& corpus) {
  std::vector<Answer> answers;
  for (const auto& example : corpus.examples) answers.push_back({example.copy, example.features.back() > 0});
  return answers;
}

std::vector<Example> examples_of(std::span<const LabelledCorpus> corpora, const LabelledCorpus* left_out) {
  std::vector<Example> examples;
  for (const auto& corpus : corpora) {
    if (&corpus != left_out) examples.insert(examples.end(), corpus.examples.begin(), corpus.examples.end());
  }
  return examples;
}

bool has_both(const std::vector<Example>& examples) {
  return std::ranges::any_of(examples, &Example::copy) && !std::ranges::all_of(examples, &Example::copy);
}

std::string words_for(std::span<const LabelledCorpus> corpora) {
  std::size_t pairs = 0;
  std::vector<std::string> names;
  for (const auto& corpus : corpora) pairs += corpus.examples.size(), names.push_back(corpus.name);
  return fmt::format("{} pairs of {}", pairs, fmt::join(names, ", "));
}

LabelledCorpus fold_of(const LabelledCorpus& corpus, std::uint32_t fold) {
  LabelledCorpus part;
  part.name = fmt::format("part {}", fold + 1);
  part.joined.resize(corpus.joined.size());
  for (std::size_t i = 0; i < corpus.examples.size(); ++i) {
    if (corpus.stories[i] % kFolds != fold) continue;
    part.examples.push_back(corpus.examples[i]);
    part.stories.push_back(corpus.stories[i]);
    for (std::size_t t = 0; t < corpus.joined.size(); ++t) part.joined[t].push_back(corpus.joined[t][i]);
  }
  return part;
}

std::vector<LabelledCorpus> folds_of(const LabelledCorpus& corpus) {
  std::vector<LabelledCorpus> folds;
  for (std::uint32_t fold = 0; fold < kFolds; ++fold) folds.push_back(fold_of(corpus, fold));
  return folds;
}

// Learns without each part in turn.
void cross_validate(std::span<const LabelledCorpus> parts, std::uint64_t seed, Tuning& tuning) {
  std::vector<Answer> answers;
  std::vector<Stated> stated;
  std::uint32_t first_story = 0;  // corpora number their stories from 0 each
  for (const auto& part : parts) {
    const std::size_t chosen = best_thresholds(parts, &part);
    const auto learned = learn_coefficients(examples_of(parts, &part), {});
    auto own = answers_of(part, chosen);
    tuning.left_out.push_back({part.name, threshold_grid()[chosen], accuracy_of(own)});
    std::uint32_t most = 0;
    for (auto& answer : own) most = std::max(most, answer.story + 1), answer.story += first_story;
    first_story += tuning.by_corpus ? most : 0;
    answers.insert(answers.end(), own.begin(), own.end());
    for (const auto& example : part.examples) stated.push_back({probability_of(log_odds(learned, example.features)), example.copy});
    tuning.by_rule += accuracy_of(verdicts_of(part));
  }
  tuning.without_own = accuracy_of(answers);
  tuning.without_own_intervals = bootstrap(answers, seed);
  tuning.calibration = calibration_of(stated);
  std::vector<Answer> by_probability;
  for (const auto& [probability, copy] : stated) by_probability.push_back({copy, probability >= 0.5});
  tuning.by_probability = accuracy_of(by_probability);
}

std::optional<Error> fault_in(std::span<const LabelledCorpus> parts) {
  constexpr std::string_view needed = "--pairs has to name copies, and pairs that are none";
  if (!has_both(examples_of(parts, nullptr))) return Error{ErrorCode::InvalidArgument, fmt::format("all labels are of one kind; {}", needed)};
  for (const auto& part : parts) {
    if (has_both(examples_of(parts, &part))) continue;
    return Error{ErrorCode::InvalidArgument, fmt::format("without '{}' all labels are of one kind; {}, in the other corpora too", part.name, needed)};
  }
  return std::nullopt;
}

std::string row(std::string_view name, const Accuracy& a) {
  return fmt::format("{:<20}{:>8}{:>11.4f}{:>8.4f}{:>8.4f}{:>14}{:>8}", name, a.hits + a.misses + a.false_alarms + a.rejected, a.precision().value(),
                     a.recall().value(), a.f1().value(), a.false_alarms, a.misses);
}

std::string thresholds_text(const Thresholds& t) {
  return fmt::format("min_share {:.2f}, of the longer {:.2f}, whole {:.2f}", t.min_share, t.min_share_of_longer, t.whole);
}

std::string calibration_text(const Calibration& calibration) {
  std::string text = fmt::format("\nProbability, learned without the pair's own part: Brier {:.4f}, expected calibration error {:.4f}\n", calibration.brier,
                                 calibration.expected_error);
  text += fmt::format("{:<20}{:>8}{:>11}{:>8}\n", "probability", "pairs", "stated", "found");
  for (const auto& bin : calibration.bins) {
    if (bin.pairs == 0) continue;
    const double width = 1.0 / static_cast<double>(calibration.bins.size());
    text += fmt::format("{:<20}{:>8}{:>11.3f}{:>8.3f}\n", fmt::format("{:.1f} to {:.1f}", bin.low, bin.low + width), bin.pairs, bin.stated, bin.found);
  }
  return text;
}

std::string weights_text(const Coefficients& learned) {
  std::vector<std::size_t> order;
  for (std::size_t f = 0; f < kFeatures; ++f) {
    if (learned.weight[f] != 0) order.push_back(f);
  }
  std::ranges::stable_sort(order, {}, [&](std::size_t f) { return -std::abs(learned.weight[f]); });
  std::string text = "\nWeights, in log-odds for a standard deviation; what is not named adds nothing to these\n";
  for (const auto f : order) {
    text += fmt::format("{:>+7.2f}  {} ({})\n", learned.weight[f], feature_names()[f].meaning, feature_names()[f].code);
  }
  return text;
}

}  // namespace

const std::vector<Thresholds>& threshold_grid() {
  static const std::vector<Thresholds> grid = make_grid();
  return grid;
}

Result<Tuning> tune(std::span<const LabelledCorpus> corpora, std::uint64_t seed) {
  Tuning tuning;
  tuning.by_corpus = corpora.size() != 1;
  const auto parts = tuning.by_corpus ? std::vector<LabelledCorpus>(corpora.begin(), corpora.end()) : folds_of(corpora.front());
  if (auto fault = fault_in(parts)) return fail(*fault);
  const std::size_t best = best_thresholds(corpora, nullptr);
  tuning.learned = learn_coefficients(examples_of(corpora, nullptr), words_for(corpora));
  tuning.learned.thresholds = threshold_grid()[best];
  tuning.with_learned = accuracy_under(corpora, best, nullptr);
  tuning.with_shipped = accuracy_under(corpora, 0, nullptr);
  cross_validate(parts, seed, tuning);
  return tuning;
}

std::string left_out_text(const Tuning& tuning) {
  std::string text = fmt::format("By clusters, {} left out at a time and its thresholds learned from the others\n", tuning.by_corpus ? "one corpus" : "a tenth");
  text += fmt::format("{:<20}{:>8}{:>11}{:>8}{:>8}{:>14}{:>8}\n", "left out", "pairs", "precision", "recall", "F1", "false alarms", "missed");
  for (const auto& part : tuning.left_out) text += row(part.name, part.accuracy) + "  " + thresholds_text(part.thresholds) + "\n";
  text += row("all", tuning.without_own) + "\n";
  const auto& f1 = tuning.without_own_intervals.f1;
  text += fmt::format("F1 {:.4f}  [{:.4f}, {:.4f}], 95 % of the resamples of stories; the shipped thresholds {:.4f}\n", tuning.without_own.f1().value(), f1.low,
                      f1.high, tuning.with_shipped.f1().value());
  return text;
}

std::string tuning_text(const Tuning& tuning) {
  std::string text = fmt::format("Learned from {}: {}\n", tuning.learned.trained_on, thresholds_text(tuning.learned.thresholds));
  text += fmt::format("F1 on these pairs {:.4f}; with the shipped thresholds {:.4f}\n\n", tuning.with_learned.f1().value(), tuning.with_shipped.f1().value());
  text += left_out_text(tuning) + calibration_text(tuning.calibration);
  text += fmt::format("Pair by pair, F1 {:.4f} were a probability of 0.5 to decide; as the rule decides {:.4f}\n", tuning.by_probability.f1().value(),
                      tuning.by_rule.f1().value());
  return text + weights_text(tuning.learned) +
         fmt::format("fingerprint {}\n", fingerprint_of(tuning.learned));
}

}  // namespace wireprint
