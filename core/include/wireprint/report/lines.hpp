// The lines that other programs read: JSON and CSV, one record a line. The contract stands in core/src/report/FORMAT.md.
//
// Pure functions; callable from any thread. Each gives one line without its line feed.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "wireprint/report/run.hpp"

namespace wireprint {

/// How offsets into a body are counted.
enum class OffsetUnit : std::uint8_t { CodePoints, Bytes, Utf16 };

[[nodiscard]] std::string cluster_line(const ClusterRun& run, const Cluster& cluster);
[[nodiscard]] std::string match_line(const ClusterRun& run, const Match& match, OffsetUnit unit = OffsetUnit::CodePoints);

/// The lines of a run's articles. What one says of others (the cluster, whether deduplication keeps it) is looked up
/// for all of them at once.
class ArticleLines {
 public:
  explicit ArticleLines(const ClusterRun& run);  ///< `run` has to live longer than this

  [[nodiscard]] std::string json(ArticleId article) const;

  /// The object of wireprint.annotation/1.
  [[nodiscard]] std::string annotation(ArticleId article) const;

  /// The same fields as a row of RFC 4180, without its line break; the header names them.
  [[nodiscard]] std::string csv_row(ArticleId article) const;
  [[nodiscard]] static std::string csv_header();

 private:
  const ClusterRun* run_;
  std::vector<const Member*> members_;  ///< by ArticleId; null for one in no cluster
  std::vector<bool> selected_;          ///< by ArticleId: not among the run's removals
};

/// What deduplication leaves out: a line of wireprint.removed/1, or the same as a row of RFC 4180 under its header.
[[nodiscard]] std::string removed_line(const ClusterRun& run, const Removal& removal);
[[nodiscard]] std::string removed_csv_row(const ClusterRun& run, const Removal& removal);
[[nodiscard]] std::string removed_csv_header();

/// The run's clusters and, as a cluster of one, each article that carries a story which nobody shares, in the order of
/// ClusterRun::clusters. The weakest share of a cluster of one is of nothing, and is written as null.
[[nodiscard]] std::vector<Cluster> with_singletons(const ClusterRun& run);

}  // namespace wireprint
