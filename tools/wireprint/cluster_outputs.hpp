// What `wireprint cluster` writes, and where.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "mirror.hpp"
#include "output.hpp"
#include "wireprint/report/lines.hpp"
#include "wireprint/report/stats.hpp"

namespace wireprint::command {

enum class ReportFormat { Text, Jsonl, Csv };

/// Empty ones are not written.
struct ClusterPaths {
  std::string report = "-";
  std::string matches;
  std::string articles;
  std::string errors;
  std::string removed;
  std::string dedup;     ///< see Mirror
  std::string annotate;  ///< see Mirror
  std::string stats;

  /// Whether it has to be known which articles deduplication keeps.
  [[nodiscard]] bool need_selection(bool csv_report) const;

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
  [[nodiscard]] static Result<ClusterOutputs> open(const ClusterPaths& paths, const std::vector<std::string>& inputs);

  /// Null when nobody asked for it.
  [[nodiscard]] Output* errors() { return errors_ ? &*errors_ : nullptr; }

  /// Writes and finishes all of them. Errors: Io for the first that failed; the others are finished all the same.
  /// `record` lacks the seconds of writing, which are added, and the peak of memory.
  [[nodiscard]] Result<void> write(const ClusterRun& run, const ClusterStyle& style, RunRecord record);

  /// For a run that found nothing to report: finishes the errors alone.
  [[nodiscard]] Result<void> write_errors_alone();

 private:
  ClusterOutputs() = default;

  [[nodiscard]] Result<void> finish();
  [[nodiscard]] Result<void> write_mirrors(const ClusterRun& run, RunRecord& record);

  std::optional<Output> report_;
  std::optional<Output> matches_;
  std::optional<Output> articles_;
  std::optional<Output> errors_;
  std::optional<Output> removed_;
  std::optional<Output> stats_;
  std::optional<Mirror> dedup_;
  std::optional<Mirror> annotate_;
  bool articles_as_csv_ = false;
  bool removed_as_csv_ = false;
};

}  // namespace wireprint::command
