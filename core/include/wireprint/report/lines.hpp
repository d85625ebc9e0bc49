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
[[nodiscard]] std::string article_line(const ClusterRun& run, ArticleId article);

/// The same fields as article_line, as a row of RFC 4180; `article_csv_header` names them.
[[nodiscard]] std::string article_csv_header();
[[nodiscard]] std::string article_csv_row(const ClusterRun& run, ArticleId article);

/// The lines of all articles of a run. One alone looks through its whole cluster; this does so once for each cluster.
class ArticleLines {
 public:
  explicit ArticleLines(const ClusterRun& run);  ///< `run` has to live longer than this

  [[nodiscard]] std::string json(ArticleId article) const;     ///< as article_line
  [[nodiscard]] std::string csv_row(ArticleId article) const;  ///< as article_csv_row

 private:
  const ClusterRun* run_;
  std::vector<const Member*> members_;  ///< by ArticleId; null for one that stands alone
  std::vector<bool> selected_;          ///< by ArticleId
};

/// The run's clusters and, as a cluster of one, each article that carries a story which nobody shares, in the order of
/// ClusterRun::clusters. The weakest share of a cluster of one is of nothing, and is written as null.
[[nodiscard]] std::vector<Cluster> with_singletons(const ClusterRun& run);

}  // namespace wireprint
