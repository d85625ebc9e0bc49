#include "report/article_record.hpp"
#include "report/csv_row.hpp"
#include "report/json_line.hpp"
#include "wireprint/report/lines.hpp"

namespace wireprint {
namespace {

template <class Line>
std::string written(const ArticleRecord& record) {
  Line line;
  write_article(record, line);
  return line.finish();
}

}  // namespace

ArticleLines::ArticleLines(const ClusterRun& run)
    : run_(&run), members_(run.articles.size(), nullptr), selected_(run.articles.size(), true) {
  for (const Removal& removal : run.removals) selected_[removal.article] = false;
  for (const Cluster& cluster : run.clusters) {
    for (const Member& member : cluster.members) members_[member.article] = &member;
  }
}

std::string ArticleLines::json(ArticleId article) const {
  return written<JsonLine>(article_record(*run_, article, members_[article], selected_[article]));
}

std::string ArticleLines::annotation(ArticleId article) const {
  const ArticleRecord record = article_record(*run_, article, members_[article], selected_[article]);
  JsonLine line;
  line.text("cluster", record.cluster);
  line.number("cluster_size", record.cluster.empty() ? std::nullopt : std::optional<std::int64_t>(record.cluster_size));
  line.text("role", record.role ? name_of(*record.role) : std::string_view());
  line.flag("selected", record.selected);
  return line.finish();
}

std::string ArticleLines::csv_row(ArticleId article) const {
  return written<CsvRow>(article_record(*run_, article, members_[article], selected_[article]));
}

std::string ArticleLines::csv_header() {
  const JudgedArticle nobody;
  return written<CsvHeader>({.judged = &nobody});
}

}  // namespace wireprint
