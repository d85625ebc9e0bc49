#include "cluster_outputs.hpp"

#include <sys/resource.h>

#include <algorithm>
#include <chrono>
#include <utility>

#include "wireprint/report/text_report.hpp"

namespace wireprint::command {
namespace {

constexpr std::string_view kCsvLineBreak = "\r\n";  // RFC 4180

std::optional<Error> open_if_named(const std::string& path, std::optional<Output>& output) {
  if (path.empty()) return std::nullopt;
  auto opened = Output::open(path);
  if (!opened) return opened.error();
  output.emplace(std::move(*opened));
  return std::nullopt;
}

void write_articles_as_csv(const ClusterRun& run, Output& to) {
  const ArticleLines lines(run);
  to.write(ArticleLines::csv_header());
  to.write(kCsvLineBreak);
  for (ArticleId id = 0; id < run.articles.size() && !run.articles[id].reference; ++id) {
    to.write(lines.csv_row(id));
    to.write(kCsvLineBreak);
  }
}

void write_articles(const ClusterRun& run, Output& to) {
  const ArticleLines lines(run);
  for (ArticleId id = 0; id < run.articles.size() && !run.articles[id].reference; ++id) to.write(lines.json(id) + "\n");
}

void write_clusters(const ClusterRun& run, const std::vector<Cluster>& clusters, Output& to) {
  for (const Cluster& cluster : clusters) to.write(cluster_line(run, cluster) + "\n");
}

void write_report(const ClusterRun& run, const ClusterStyle& style, Output& to) {
  switch (style.format) {
    case ReportFormat::Text: return to.write(report_text(run, style.singletons));
    case ReportFormat::Csv: return write_articles_as_csv(run, to);
    case ReportFormat::Jsonl:
      return style.singletons ? write_clusters(run, with_singletons(run), to) : write_clusters(run, run.clusters, to);
  }
}

void write_removed(const ClusterRun& run, bool as_csv, Output& to) {
  if (as_csv) to.write(removed_csv_header() + std::string(kCsvLineBreak));
  for (const Removal& removal : run.removals) {
    as_csv ? to.write(removed_csv_row(run, removal) + std::string(kCsvLineBreak)) : to.write(removed_line(run, removal) + "\n");
  }
}

std::optional<Error> open_if_named(const std::string& path, const std::vector<std::string>& inputs, std::optional<Mirror>& mirror) {
  if (path.empty()) return std::nullopt;
  auto opened = Mirror::open(path, inputs);
  if (!opened) return opened.error();
  mirror.emplace(std::move(*opened));
  return std::nullopt;
}

bool is_csv(const std::string& path) { return path.ends_with(".csv"); }

std::uint64_t peak_memory_bytes() {
  rusage used{};
  ::getrusage(RUSAGE_SELF, &used);
  return static_cast<std::uint64_t>(used.ru_maxrss) * 1024;
}

double seconds_since(std::chrono::steady_clock::time_point start) { return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count(); }

void write_matches(const ClusterRun& run, OffsetUnit unit, Output& to) {
  for (const Match& match : run.matches) to.write(match_line(run, match, unit) + "\n");
}

}  // namespace

std::vector<std::string> ClusterPaths::all() const {
  std::vector<std::string> named;
  for (const std::string& path : {report, matches, articles, errors, removed, dedup, annotate, stats}) {
    if (!path.empty()) named.push_back(path);
  }
  return named;
}

bool ClusterPaths::need_selection(bool csv_report) const {
  return csv_report || !articles.empty() || !removed.empty() || !dedup.empty() || !annotate.empty() || !stats.empty();
}

Result<ClusterOutputs> ClusterOutputs::open(const ClusterPaths& paths, const std::vector<std::string>& inputs) {
  ClusterOutputs outputs;
  if (const auto error = open_if_named(paths.report, outputs.report_)) return fail(*error);
  if (const auto error = open_if_named(paths.matches, outputs.matches_)) return fail(*error);
  if (const auto error = open_if_named(paths.articles, outputs.articles_)) return fail(*error);
  if (const auto error = open_if_named(paths.errors, outputs.errors_)) return fail(*error);
  if (const auto error = open_if_named(paths.removed, outputs.removed_)) return fail(*error);
  if (const auto error = open_if_named(paths.stats, outputs.stats_)) return fail(*error);
  if (const auto error = open_if_named(paths.dedup, inputs, outputs.dedup_)) return fail(*error);
  if (const auto error = open_if_named(paths.annotate, inputs, outputs.annotate_)) return fail(*error);
  outputs.articles_as_csv_ = is_csv(paths.articles);
  outputs.removed_as_csv_ = is_csv(paths.removed);
  return outputs;
}

// Whole files are written last: they take the longest, and nothing else should wait for their compression.
Result<void> ClusterOutputs::write_mirrors(const ClusterRun& run, RunRecord& record) {
  const auto start = std::chrono::steady_clock::now();
  double packing = 0;
  std::vector<bool> dropped(run.articles.size(), false);
  for (const Removal& removal : run.removals) dropped[removal.article] = true;
  if (dedup_) {
    if (auto done = dedup_->write(run, {.drops = [&](ArticleId id) { return dropped[id]; }}); !done) return done;
    packing += dedup_->packing_seconds();
  }
  if (annotate_) {
    const ArticleLines lines(run);
    if (auto done = annotate_->write(run, {.annotation = [&](ArticleId id) { return lines.annotation(id); }}); !done) return done;
    packing += annotate_->packing_seconds();
  }
  if (!dedup_ && !annotate_) return {};
  record.stages.push_back({"records", seconds_since(start) - packing});
  record.stages.push_back({"compression", packing});
  return {};
}

Result<void> ClusterOutputs::write(const ClusterRun& run, const ClusterStyle& style, RunRecord record) {
  const auto start = std::chrono::steady_clock::now();
  if (report_) write_report(run, style, *report_);
  if (matches_) write_matches(run, style.offsets, *matches_);
  if (articles_) articles_as_csv_ ? write_articles_as_csv(run, *articles_) : write_articles(run, *articles_);
  if (removed_) write_removed(run, removed_as_csv_, *removed_);
  record.stages.push_back({"reports", seconds_since(start)});
  if (auto done = write_mirrors(run, record); !done) return done;
  if (stats_) {
    record.peak_memory_bytes = peak_memory_bytes();
    stats_->write(stats_line(run, record) + "\n");
  }
  return finish();
}

Result<void> ClusterOutputs::write_errors_alone() { return errors_ ? errors_->finish() : Result<void>(); }

Result<void> ClusterOutputs::finish() {
  Result<void> result;
  for (auto* output : {&report_, &matches_, &articles_, &errors_, &removed_, &stats_}) {
    if (!*output) continue;
    if (auto done = (*output)->finish(); !done && result) result = std::move(done);
  }
  return result;
}

}  // namespace wireprint::command
