// What every index of candidates looks like: for a text, it proposes earlier ones to compare it with.
//
// BandIndex, PassageIndex, HammingIndex and, as the oracle of all, ExactIndex have this form. A candidate is never a
// match, only a question that the proof answers.
#pragma once

#include <algorithm>
#include <concepts>
#include <cstdint>
#include <vector>

#include "wireprint/base/executor.hpp"
#include "wireprint/base/ids.hpp"

namespace wireprint {

/// A pair to be proved: `earlier` < `later`.
struct Candidate {
  ArticleId earlier = 0;
  ArticleId later = 0;
  std::uint32_t shared = 0;  ///< what speaks for it, in the index's own unit: story samples in both, buckets in common, ...

  friend bool operator==(const Candidate&, const Candidate&) = default;
};

/// An index over texts 0 to size() - 1. It is immutable; any number of threads may ask, each with its own Counter.
/// candidates_before() adds the candidates of `later` among the texts before it to `found`, by `earlier`.
template <class Index>
concept CandidateIndex = std::constructible_from<typename Index::Counter, const Index&> &&
                         requires(const Index& index, ArticleId later, typename Index::Counter& counter, std::vector<Candidate>& found) {
                           { index.size() } -> std::convertible_to<std::size_t>;
                           index.candidates_before(later, counter, found);
                         };

/// All candidates, by later, then earlier, whatever the number of threads.
template <CandidateIndex Index>
[[nodiscard]] std::vector<Candidate> all_candidates(const Index& index, const Executor& executor) {
  const std::size_t tasks = std::min<std::size_t>(index.size(), 64);
  std::vector<std::vector<Candidate>> parts(tasks);
  executor.for_each(tasks, [&](std::size_t task) {
    typename Index::Counter counter(index);
    const auto end = static_cast<ArticleId>(index.size() * (task + 1) / tasks);
    for (auto later = static_cast<ArticleId>(index.size() * task / tasks); later < end; ++later) index.candidates_before(later, counter, parts[task]);
  });
  std::vector<Candidate> all;
  for (const auto& part : parts) all.insert(all.end(), part.begin(), part.end());
  return all;
}

}  // namespace wireprint
