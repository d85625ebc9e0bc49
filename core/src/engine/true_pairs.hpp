// The pairs of a corpus that resemble each other, by brute force over a sample.
#pragma once

#include <cstdint>
#include <vector>

#include "wireprint/base/executor.hpp"
#include "wireprint/base/ids.hpp"

namespace wireprint {

struct TruePair {
  ArticleId earlier = 0;  ///< positions of texts; one of the two is in the sample
  ArticleId later = 0;
  double resemblance = 0;  ///< exact

  friend auto operator<=>(const TruePair&, const TruePair&) = default;
};

/// `shingles` are those of each text, sorted and distinct; the sample is the first `sample` texts, each of which is held
/// against all. Gives the pairs of at least `threshold`, by later, then earlier.
[[nodiscard]] std::vector<TruePair> true_pairs(const std::vector<std::vector<std::uint64_t>>& shingles, std::size_t sample, double threshold,
                                               const Executor& executor);

}  // namespace wireprint
