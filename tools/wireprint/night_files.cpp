#include "night_files.hpp"

#include <algorithm>

namespace wireprint::command {
namespace {

constexpr std::string_view kCsvLineBreak = "\r\n";  // RFC 4180

bool is_of_cluster(const Event& event) { return event.kind == EventKind::Merged || event.kind == EventKind::Split; }

}  // namespace

Result<NightFiles> NightFiles::open(const NightPaths& paths, const std::vector<std::string>& inputs) {
  NightFiles files;
  if (!paths.articles.empty()) {
    auto articles = Output::open(paths.articles);
    if (!articles) return fail(articles.error());
    files.articles_.emplace(std::move(*articles));
    files.articles_as_csv_ = paths.articles.ends_with(".csv");
  }
  if (paths.dedup.empty()) return files;
  auto mirror = Mirror::open(paths.dedup, inputs);
  if (!mirror) return fail(mirror.error());
  files.dedup_.emplace(std::move(*mirror));
  if (std::ranges::count(inputs, "-") > 0) {
    if (const auto kept = hold_stdin(paths.dedup); !kept) return fail(kept.error());
  }
  return files;
}

void NightFiles::write_articles(const NightReport& report) {
  const ArticleLines lines(report.run);
  if (articles_as_csv_) {
    articles_->write(ArticleLines::csv_header());
    articles_->write(kCsvLineBreak);
  }
  for (ArticleId id = 0; id < report.fates.size(); ++id) {
    articles_->write(articles_as_csv_ ? lines.csv_row(id) : lines.json(id));
    articles_->write(articles_as_csv_ ? kCsvLineBreak : "\n");
  }
}

Result<void> NightFiles::write(const NightReport& report) {
  Result<void> written;
  if (articles_) {
    write_articles(report);
    written = articles_->finish();
  }
  if (!dedup_) return written;
  std::vector<bool> dropped(report.run.articles.size(), false);
  for (const Removal& removal : report.run.removals) dropped[removal.article] = true;
  auto mirrored = dedup_->write(report.run, {.drops = [&](ArticleId id) { return dropped[id]; }});
  return written ? mirrored : written;
}

// After what became of clusters, the events tell each article that came, in their order.
void tell_fates(std::span<NightRecord> records, const BatchReport& report) {
  auto event = std::ranges::find_if_not(report.events, is_of_cluster);
  auto doc = report.docs.begin();
  for (NightRecord& record : records) {
    if (record.fate == EventKind::Skipped) continue;
    record.fate = event++->kind;
    record.doc = *doc++;
  }
}

}  // namespace wireprint::command
