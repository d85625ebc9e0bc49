#include "wireprint/evaluation/accuracy.hpp"

#include <algorithm>
#include <map>
#include <vector>

#include "wireprint/base/hash.hpp"

namespace wireprint {
namespace {

constexpr double kTail = 0.025;

void count(Accuracy& accuracy, const Answer& answer) {
  if (answer.truth) {
    ++(answer.given ? accuracy.hits : accuracy.misses);
  } else {
    ++(answer.given ? accuracy.false_alarms : accuracy.rejected);
  }
}

std::vector<Accuracy> by_story(std::span<const Answer> answers) {
  std::map<std::uint32_t, Accuracy> stories;
  for (const auto& answer : answers) count(stories[answer.story], answer);
  std::vector<Accuracy> counts;
  for (const auto& [story, accuracy] : stories) counts.push_back(accuracy);
  return counts;
}

Interval middle_of(std::vector<double>& values) {
  std::sort(values.begin(), values.end());
  const auto cut = static_cast<std::size_t>(kTail * static_cast<double>(values.size()));
  return {values[cut], values[values.size() - 1 - cut]};
}

}  // namespace

Accuracy& Accuracy::operator+=(const Accuracy& other) {
  hits += other.hits;
  false_alarms += other.false_alarms;
  misses += other.misses;
  rejected += other.rejected;
  return *this;
}

Accuracy accuracy_of(std::span<const Answer> answers) {
  Accuracy accuracy;
  for (const auto& answer : answers) count(accuracy, answer);
  return accuracy;
}

Intervals bootstrap(std::span<const Answer> answers, std::uint64_t seed, int resamples) {
  if (answers.empty() || resamples < 1) return {};
  constexpr std::uint64_t kStep = 0x9e3779b97f4a7c15U;  // SplitMix64
  std::uint64_t state = mix64(seed + kStep);
  const auto stories = by_story(answers);
  std::vector<double> precision, recall, f1;
  for (int i = 0; i < resamples; ++i) {
    Accuracy accuracy;
    for (std::size_t j = 0; j < stories.size(); ++j) {
      state += kStep;
      accuracy += stories[mix64(state) % stories.size()];  // the bias of the remainder is below 1e-15
    }
    precision.push_back(accuracy.precision().value());
    recall.push_back(accuracy.recall().value());
    f1.push_back(accuracy.f1().value());
  }
  return {middle_of(precision), middle_of(recall), middle_of(f1)};
}

}  // namespace wireprint
