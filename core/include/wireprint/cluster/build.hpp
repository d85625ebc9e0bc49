// From proven copies to clusters: the original, and each member's role towards it.
#pragma once

#include <functional>
#include <span>
#include <vector>

#include "wireprint/base/executor.hpp"
#include "wireprint/cluster/cluster.hpp"
#include "wireprint/cluster/original.hpp"

namespace wireprint {

/// What the judged articles of a run are to each other. Ids are positions in the order of earlier().
struct Relations {
  std::span<const ArticleFacts> facts;
  std::span<const ArticleId> leader;  ///< the earliest of the nearly identical texts that each belongs to
  std::span<const Match> copies;      ///< with the verdict Copy and a < b, by (b, a)
  std::function<Match(ArticleId, ArticleId)> compare;  ///< the judged match of any a < b; called from several threads
  std::function<Share(const Match&)> nearness = {};    ///< of two copies; nearness_of() where it is empty
};

/// The clusters, by their originals. They depend on the set of articles alone.
[[nodiscard]] std::vector<Cluster> build_clusters(const Relations& relations, const Executor& executor);

}  // namespace wireprint
