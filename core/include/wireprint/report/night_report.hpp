// What one batch brought to an archive, and the report of it for the person who reads it in the morning.
//
// Plain values and pure functions; any thread.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "wireprint/archive/records.hpp"
#include "wireprint/report/run.hpp"

namespace wireprint {

struct NightReport {
  /// First the records of the batch, in the order of reading; behind them the archived articles that stand in a cluster
  /// with one of these. Its clusters are those that hold an article of the batch.
  ClusterRun run;
  std::vector<EventKind> fates;  ///< of each record of the batch: New, Joined, Version, Unchanged or Skipped
  std::vector<Event> events;     ///< all that the batch changed, by seq
};

/// What came, which stories of the archive were printed again, which new ones more than once, and what became of clusters.
[[nodiscard]] std::string night_text(const NightReport& night);

}  // namespace wireprint
