#include <algorithm>

#include "report/article_record.hpp"
#include "report/csv_row.hpp"
#include "report/json_line.hpp"
#include "report/selection.hpp"
#include "wireprint/report/lines.hpp"

namespace wireprint {
namespace {

template <class Line>
std::string written(const ArticleRecord& record) {
  Line line;
  write_article(record, line);
  return line.finish();
}

ArticleRecord looked_up(const ClusterRun& run, ArticleId id) {
  const auto position = run.articles[id].cluster;
  if (!position) return article_record(run, id, nullptr, true);
  const Cluster& cluster = run.clusters[*position];
  const auto member = std::find_if(cluster.members.begin(), cluster.members.end(),
                                   [&](const Member& m) { return m.article == id; });
  return article_record(run, id, &*member, stays_beside(run, cluster, *member, survivor_of(run, cluster)));
}

}  // namespace

ArticleLines::ArticleLines(const ClusterRun& run)
    : run_(&run), members_(run.articles.size(), nullptr), selected_(run.articles.size(), true) {
  for (const Cluster& cluster : run.clusters) {
    const ArticleId survivor = survivor_of(run, cluster);
    for (const Member& member : cluster.members) {
      members_[member.article] = &member;
      selected_[member.article] = stays_beside(run, cluster, member, survivor);
    }
  }
}

std::string ArticleLines::json(ArticleId article) const {
  return written<JsonLine>(article_record(*run_, article, members_[article], selected_[article]));
}

std::string ArticleLines::csv_row(ArticleId article) const {
  return written<CsvRow>(article_record(*run_, article, members_[article], selected_[article]));
}

std::string article_line(const ClusterRun& run, ArticleId article) { return written<JsonLine>(looked_up(run, article)); }

std::string article_csv_row(const ClusterRun& run, ArticleId article) { return written<CsvRow>(looked_up(run, article)); }

std::string article_csv_header() {
  const JudgedArticle nobody;
  return written<CsvHeader>({.judged = &nobody});
}

}  // namespace wireprint
