// From proven copies to clusters: the original, and each member's role towards it.
#pragma once

#include <functional>
#include <span>
#include <vector>

#include "wireprint/base/executor.hpp"
#include "wireprint/cluster/cluster.hpp"
#include "wireprint/cluster/original.hpp"

namespace wireprint {

/// `facts[id]` describe the articles, in the order of earlier(). `copies` are matches with the verdict Copy, each with
/// a < b, by (b, a). `compare(a, b)` with a < b gives the judged match of any two; it is called from several threads.
/// The clusters, by their originals. The result depends on the set of articles alone.
[[nodiscard]] std::vector<Cluster> build_clusters(std::span<const ArticleFacts> facts, std::span<const Match> copies,
                                                  const std::function<Match(ArticleId, ArticleId)>& compare, const Executor& executor);

}  // namespace wireprint
