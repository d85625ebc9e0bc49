// How many of the pairs that share a story the indexes propose, against exact counts on a whole corpus.
#pragma once

#include <cstdint>
#include <vector>

#include "support/corpus_texts.hpp"
#include "wireprint/index/band_index.hpp"
#include "wireprint/index/exact_index.hpp"

namespace wireprint::test {

inline constexpr double kAlike = 0.75;  ///< the resemblance at which banding has to find nearly all

struct Found {
  std::size_t pairs = 0;       ///< of the true ones
  std::size_t candidates = 0;  ///< proposed, true or not
};

struct CandidateRecall {
  std::size_t articles = 0;  ///< leaders of identical texts; only they are indexed
  std::size_t pairs = 0;     ///< true ones, identical texts included
  std::size_t postings = 0;  ///< samples of the articles
  Found banding;
  Found passages;
  Found both;
  std::size_t alike = 0;         ///< true pairs of texts that are not identical, with a resemblance of kAlike or more
  std::size_t alike_banded = 0;  ///< of these, found by banding
};

/// The true pairs of a corpus, as (later, earlier) in one number each, sorted.
[[nodiscard]] std::vector<std::uint64_t> true_pairs(const Corpus& corpus, const Recipe& recipe, const ExactRule& rule, const Executor& executor);

/// With the samples and the MinHash of `recipe`. Pairs of identical texts are found by being identical; of others their
/// leaders have to be candidates.
[[nodiscard]] CandidateRecall measure_recall(const Corpus& corpus, const std::vector<std::uint64_t>& truth, const Recipe& recipe,
                                             const Banding& banding, const Executor& executor);

}  // namespace wireprint::test
