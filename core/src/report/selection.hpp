// Which articles deduplication keeps: of each cluster the longest, and every one that says something of its own.
#pragma once

#include "wireprint/report/run.hpp"

namespace wireprint {

/// The member that stays: the one with the most words; at a tie the smallest key.
[[nodiscard]] ArticleId survivor_of(const ClusterRun& run, const Cluster& cluster);

/// Whether `member` stays beside `survivor`: unless at least nine tenths of its story words are known to stand in the
/// survivor. The run knows that of pairs that were compared and, of all members, towards the original.
[[nodiscard]] bool stays_beside(const ClusterRun& run, const Cluster& cluster, const Member& member, ArticleId survivor);

}  // namespace wireprint
