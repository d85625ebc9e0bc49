// Facts of a cluster that both the lines and the text report tell.
#pragma once

#include <cstddef>
#include <string>

#include "wireprint/report/run.hpp"

namespace wireprint {

/// Whether the article has text that another could copy.
[[nodiscard]] bool carries_a_story(const JudgedArticle& judged);

/// How many different outlets are named.
[[nodiscard]] std::size_t count_outlets(const ClusterRun& run, const Cluster& cluster);

/// The agency that most members credit; at a tie the original's, else the first by name. Empty when none is credited.
[[nodiscard]] std::string agency_of(const ClusterRun& run, const Cluster& cluster);

/// The name of the cluster with this original: its key. A reference whose key the input has too takes another name.
[[nodiscard]] std::string cluster_id(const JudgedArticle& original);

}  // namespace wireprint
