// Random texts in the order of time, for tests of indexes. Their shingles are of few kinds, so that many recur.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "support/random_sets.hpp"
#include "wireprint/index/passage_index.hpp"

namespace wireprint::test {

struct DatedText {
  std::optional<Day> day;
  std::uint32_t words = 0;
  std::vector<std::uint64_t> samples;
};

inline std::vector<IndexedText> views(const std::vector<DatedText>& texts) {
  std::vector<IndexedText> all;
  for (const auto& t : texts) all.push_back({t.day, t.words, t.samples});
  return all;
}

/// The last tenth is undated. Half of the shingles are of 20 kinds, which cross; the others of 2,000.
inline std::vector<DatedText> random_texts(std::size_t count, std::size_t shingles, Random& random) {
  std::vector<DatedText> texts(count);
  for (std::size_t i = 0; i < count; ++i) {
    texts[i].words = static_cast<std::uint32_t>(random.below(400));
    if (i < count * 9 / 10) texts[i].day = static_cast<Day>(i * 90 / count);
    for (std::size_t n = 0; n < shingles; ++n) texts[i].samples.push_back(random.below(random.below(2) == 0 ? 20 : 2000));
    make_distinct(texts[i].samples);
  }
  return texts;
}

/// Crossing days as three articles a day tell them.
inline CrossingDays spread_of(const std::vector<DatedText>& texts) {
  std::vector<std::string> keys;
  std::vector<DatedSamples> dated;
  for (std::size_t i = 0; i < texts.size(); ++i) keys.push_back(std::to_string(i));
  for (std::size_t i = 0; i < texts.size(); ++i) dated.push_back({texts[i].day, {i, 1}, keys[i], texts[i].samples});
  return {dated, 3, Executor(1)};
}

}  // namespace wireprint::test
