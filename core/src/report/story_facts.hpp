// Facts of a cluster that both the lines and the text report tell.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "wireprint/report/run.hpp"

namespace wireprint {

/// Whether the article has text that another could copy.
[[nodiscard]] bool carries_a_story(const JudgedArticle& judged);

/// What names the cluster in lines: its id in an archive, else the text of the original's key.
[[nodiscard]] std::string_view id_of(const ClusterRun& run, const Cluster& cluster);

/// How many different outlets are named.
[[nodiscard]] std::size_t count_outlets(const ClusterRun& run, const Cluster& cluster);

/// The agency that most members credit; at a tie the original's, else the first by name. Empty when none is credited.
[[nodiscard]] std::string agency_of(const ClusterRun& run, const Cluster& cluster);

}  // namespace wireprint
