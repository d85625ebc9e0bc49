// Which articles deduplication keeps: of each cluster the longest, and every one that says something of its own.
#pragma once

#include <vector>

#include "wireprint/report/run.hpp"

namespace wireprint {

/// By ArticleId. Of a cluster the member with the most words is kept, at a tie that with the smallest key; another
/// member goes when at least nine tenths of its story words are known to stand in that one. The run knows that of the
/// pairs among its matches, and of every member towards the original. Articles in no cluster are kept, but for
/// superseded versions and records that could not be read.
[[nodiscard]] std::vector<bool> selected_articles(const ClusterRun& run);

}  // namespace wireprint
