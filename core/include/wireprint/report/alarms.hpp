// Clusters that look like a template or a growing log rather than a story: a person should look at them.
//
// Pure functions; callable from any thread.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "wireprint/report/run.hpp"

namespace wireprint {

/// What makes a large cluster doubtful. A story is printed within a few days, mostly as it came, and by each outlet once or twice.
enum class Alarm : std::uint8_t {
  Template,  ///< its members come from four days and more, and most are rewritten or updated: the same form every day?
  Log        ///< one outlet printed all of them: a page that grows, or a series?
};

struct DoubtfulCluster {
  std::uint32_t cluster = 0;  ///< position in ClusterRun::clusters
  Alarm alarm = Alarm::Template;
};

/// Of the clusters of ten members and more, the doubtful ones; the largest first.
[[nodiscard]] std::vector<DoubtfulCluster> doubtful_clusters(const ClusterRun& run);

/// A line for each of the first five, and how many more there are; nothing when there is none.
[[nodiscard]] std::string alarms_text(const ClusterRun& run);

}  // namespace wireprint
