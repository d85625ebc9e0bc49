// The report for a person: clusters by size, the original first, then each copy with outlet, lag, share and role.
//
// Pure functions; callable from any thread.
#pragma once

#include <string>
#include <string_view>

#include "wireprint/report/run.hpp"

namespace wireprint {

/// One cluster, several lines, ending with a line feed.
/// `reference` stands in brackets behind the key of what was there before.
[[nodiscard]] std::string cluster_text(const ClusterRun& run, const Cluster& cluster, std::string_view reference = "reference");

/// The whole report: clusters by size, then by time; with `singletons` also the articles that stand alone.
[[nodiscard]] std::string report_text(const ClusterRun& run, bool singletons = false);

/// A few lines for stderr at the end of a run: what was read, by status, and what was found.
[[nodiscard]] std::string summary_text(const RunCounts& counts, std::uint64_t clusters);

}  // namespace wireprint
