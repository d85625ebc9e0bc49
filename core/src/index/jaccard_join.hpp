// All pairs of sets whose Jaccard resemblance reaches a threshold: exact, found by a prefix filter.
#pragma once

#include <cstdint>
#include <utility>
#include <vector>

#include "wireprint/base/executor.hpp"
#include "wireprint/base/ids.hpp"

namespace wireprint {

/// The pairs (earlier, later) with |a and b| / |a or b| >= threshold, sorted by (later, earlier). `sets` are sorted and
/// distinct; an empty one resembles none. `threshold` is in (0, 1].
///
/// Elements are ordered by how many sets hold them, the rarest first. Two sets that resemble each other so much share one
/// of the first n - ceil(threshold * n) + 1 of each (Chaudhuri, Ganti, Kaushik 2006; Bayardo, Ma, Srikant 2007), so only
/// these are indexed; every pair that shares one is counted out. Memory: 8 bytes an element beside the sets.
[[nodiscard]] std::vector<std::pair<ArticleId, ArticleId>> jaccard_join(const std::vector<std::vector<std::uint64_t>>& sets, double threshold,
                                                                        const Executor& executor);

}  // namespace wireprint
