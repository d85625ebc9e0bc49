#include "cluster_outputs.hpp"

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

void write_matches(const ClusterRun& run, OffsetUnit unit, Output& to) {
  for (const Match& match : run.matches) to.write(match_line(run, match, unit) + "\n");
}

}  // namespace

std::vector<std::string> ClusterPaths::all() const {
  std::vector<std::string> named;
  for (const std::string& path : {report, matches, articles, errors}) {
    if (!path.empty()) named.push_back(path);
  }
  return named;
}

Result<ClusterOutputs> ClusterOutputs::open(const ClusterPaths& paths) {
  ClusterOutputs outputs;
  if (const auto error = open_if_named(paths.report, outputs.report_)) return fail(*error);
  if (const auto error = open_if_named(paths.matches, outputs.matches_)) return fail(*error);
  if (const auto error = open_if_named(paths.articles, outputs.articles_)) return fail(*error);
  if (const auto error = open_if_named(paths.errors, outputs.errors_)) return fail(*error);
  outputs.articles_as_csv_ = paths.articles.ends_with(".csv");
  return outputs;
}

Result<void> ClusterOutputs::write(const ClusterRun& run, const ClusterStyle& style) {
  if (report_) write_report(run, style, *report_);
  if (matches_) write_matches(run, style.offsets, *matches_);
  if (articles_) articles_as_csv_ ? write_articles_as_csv(run, *articles_) : write_articles(run, *articles_);
  return finish();
}

Result<void> ClusterOutputs::write_errors_alone() { return errors_ ? errors_->finish() : Result<void>(); }

Result<void> ClusterOutputs::finish() {
  Result<void> result;
  for (auto* output : {&report_, &matches_, &articles_, &errors_}) {
    if (!*output) continue;
    if (auto done = (*output)->finish(); !done && result) result = std::move(done);
  }
  return result;
}

}  // namespace wireprint::command
