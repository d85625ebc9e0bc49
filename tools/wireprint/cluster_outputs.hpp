// What `wireprint cluster` writes, and where.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "output.hpp"
#include "wireprint/report/lines.hpp"

namespace wireprint::command {

enum class ReportFormat { Text, Jsonl, Csv };

/// Empty ones are not written.
struct ClusterPaths {
  std::string report = "-";
  std::string matches;
  std::string articles;
  std::string errors;

  [[nodiscard]] std::vector<std::string> all() const;
};

struct ClusterStyle {
  ReportFormat format = ReportFormat::Text;
  OffsetUnit offsets = OffsetUnit::CodePoints;
  bool singletons = false;
};

class ClusterOutputs {
 public:
  /// Errors: Io for the first that cannot be written; files that exist stay as they were.
  [[nodiscard]] static Result<ClusterOutputs> open(const ClusterPaths& paths);

  /// Null when nobody asked for it.
  [[nodiscard]] Output* errors() { return errors_ ? &*errors_ : nullptr; }

  /// Writes and finishes all of them. Errors: Io for the first that failed; the others are finished all the same.
  [[nodiscard]] Result<void> write(const ClusterRun& run, const ClusterStyle& style);

  /// For a run that found nothing to report: finishes the errors alone.
  [[nodiscard]] Result<void> write_errors_alone();

 private:
  ClusterOutputs() = default;

  [[nodiscard]] Result<void> finish();

  std::optional<Output> report_;
  std::optional<Output> matches_;
  std::optional<Output> articles_;
  std::optional<Output> errors_;
  bool articles_as_csv_ = false;
};

}  // namespace wireprint::command
