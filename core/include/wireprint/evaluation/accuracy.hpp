// Precision, recall and F1 of yes-or-no answers, and how sure they are.
//
// Pure functions; callable from any thread.
#pragma once

#include <cstdint>
#include <span>

#include "wireprint/base/ids.hpp"

namespace wireprint {

/// One question: what is true, and what was answered.
struct Answer {
  bool truth = false;
  bool given = false;
  std::uint32_t story = 0;  ///< answers of one story are drawn together (see stories_of)
};

struct Accuracy {
  std::uint64_t hits = 0;          ///< true, and said so
  std::uint64_t false_alarms = 0;
  std::uint64_t misses = 0;
  std::uint64_t rejected = 0;      ///< not true, and said so

  Accuracy& operator+=(const Accuracy& other);

  [[nodiscard]] Share precision() const { return {hits, hits + false_alarms}; }
  [[nodiscard]] Share recall() const { return {hits, hits + misses}; }
  [[nodiscard]] Share f1() const { return {2 * hits, 2 * hits + false_alarms + misses}; }
};

[[nodiscard]] Accuracy accuracy_of(std::span<const Answer> answers);

struct Interval {
  double low = 0;
  double high = 0;
};

struct Intervals {
  Interval precision;
  Interval recall;
  Interval f1;
};

/// Percentile bootstrap over stories (Efron 1979; cluster bootstrap): the middle 95 of 100 of what `resamples` draws of as many
/// stories, each with all its answers, with replacement, give. The same seed gives the same intervals on every machine.
/// Of no answers, all 0.
[[nodiscard]] Intervals bootstrap(std::span<const Answer> answers, std::uint64_t seed, int resamples = 10'000);

}  // namespace wireprint
