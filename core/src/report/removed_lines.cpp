#include "report/csv_row.hpp"
#include "report/json_line.hpp"
#include "report/story_facts.hpp"
#include "wireprint/report/lines.hpp"

namespace wireprint {
namespace {

std::string_view cluster_of(const ClusterRun& run, const JudgedArticle& judged) {
  if (judged.cluster) return id_of(run, run.clusters[*judged.cluster]);
  return carries_a_story(judged) ? std::string_view(judged.article.key.text) : std::string_view();
}

template <class Fields>
void write_removed(const ClusterRun& run, const Removal& removal, Fields& to) {
  const JudgedArticle& judged = run.articles[removal.article];
  to.text("schema", "wireprint.removed/1");
  to.key("key", &judged.article.key);
  to.key("kept", &run.articles[removal.kept].article.key);
  to.flag("reference", run.articles[removal.kept].reference);
  to.text("cluster", cluster_of(run, judged));
  to.text("role", name_of(removal.role));
  to.share("copied", removal.copied);
  to.text("status", name_of(judged.status));
  to.text("outlet", judged.article.outlet);
  to.count("words", judged.words);
  to.text("file", judged.article.where.file);
  to.count("line", judged.article.where.line);
  to.count("bytes", judged.place.bytes());
}

template <class Line>
std::string written(const ClusterRun& run, const Removal& removal) {
  Line line;
  write_removed(run, removal, line);
  return line.finish();
}

}  // namespace

std::string removed_line(const ClusterRun& run, const Removal& removal) { return written<JsonLine>(run, removal); }
std::string removed_csv_row(const ClusterRun& run, const Removal& removal) { return written<CsvRow>(run, removal); }

std::string removed_csv_header() {
  ClusterRun nobody;
  nobody.articles.resize(1);
  return written<CsvHeader>(nobody, Removal{});
}

}  // namespace wireprint
