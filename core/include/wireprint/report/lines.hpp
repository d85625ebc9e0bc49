// The lines that other programs read: JSON and CSV, one record a line. The contract stands in core/src/report/FORMAT.md.
//
// Pure functions; callable from any thread. Each gives one line without its line feed.
#pragma once

#include <string>

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

}  // namespace wireprint
