// Which cluster of today is which of yesterday's.
//
// A cluster keeps its id as it grows. Where two become one the older id stays, the other becomes an alias; where one falls
// apart, the side of its original keeps it.
#pragma once

#include <map>
#include <vector>

#include "engine/night/night.hpp"

namespace wireprint {

/// Writes the clusters of `rows`, all that became of those in `old`, and where each article stands. Of one thread.
[[nodiscard]] Reclustered name_clusters(Night& night, const std::map<ClusterNumber, ClusterRecord>& old, std::vector<ClusterRecord> rows);

}  // namespace wireprint
