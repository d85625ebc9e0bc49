#include "wireprint/evaluation/accuracy.hpp"

#include <algorithm>
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

Interval middle_of(std::vector<double>& values) {
  std::sort(values.begin(), values.end());
  const auto cut = static_cast<std::size_t>(kTail * static_cast<double>(values.size()));
  return {values[cut], values[values.size() - 1 - cut]};
}

}  // namespace

Accuracy accuracy_of(std::span<const Answer> answers) {
  Accuracy accuracy;
  for (const auto& answer : answers) count(accuracy, answer);
  return accuracy;
}

Intervals bootstrap(std::span<const Answer> answers, std::uint64_t seed, int resamples) {
  if (answers.empty() || resamples < 1) return {};
  constexpr std::uint64_t kStep = 0x9e3779b97f4a7c15U;  // SplitMix64
  std::uint64_t state = mix64(seed + kStep);
  std::vector<double> precision, recall, f1;
  for (int i = 0; i < resamples; ++i) {
    Accuracy accuracy;
    for (std::size_t j = 0; j < answers.size(); ++j) {
      state += kStep;
      count(accuracy, answers[mix64(state) % answers.size()]);  // the bias of the remainder is below 1e-15
    }
    precision.push_back(accuracy.precision().value());
    recall.push_back(accuracy.recall().value());
    f1.push_back(accuracy.f1().value());
  }
  return {middle_of(precision), middle_of(recall), middle_of(f1)};
}

}  // namespace wireprint
