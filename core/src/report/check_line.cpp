#include <tuple>

#include "report/json_line.hpp"
#include "report/lag.hpp"
#include "report/passage_lines.hpp"
#include "report/rounding.hpp"
#include "wireprint/report/check_answer.hpp"
#include "wireprint/verify/coefficients.hpp"

namespace wireprint {
namespace {

Share shown(const std::optional<Estimate>& estimate, Share exact) { return estimate ? as_share(estimate->value) : exact; }

void write_match(JsonLine& line, const ArchivedMatch& archived, const Article& asked, OffsetUnit unit) {
  const Article& article = archived.article;
  const Match& match = archived.match;
  line.begin_object();
  line.key("key", &article.key);
  line.text("outlet", article.outlet);
  line.text("published", article.published.iso8601());
  line.text("headline", article.headline);
  line.text("url", article.url);
  line.text("cluster", archived.cluster);
  line.text("verdict", name_of(match.verdict));
  line.text("role", match.verdict == Verdict::Copy ? name_of(match.role) : std::string_view());
  line.share("probability", archived.copied_estimate ? std::nullopt : probability_of(match));
  line.share("copied", shown(archived.copied_estimate, match.copied));
  line.share("kept", shown(archived.kept_estimate, match.kept));
  line.number("lag_seconds", lag_seconds(article.published, asked.published));
  line.number("lag_days", lag_days(article.published, asked.published));
  write_passages(line, article, asked, match.passages, unit);
  line.count("version", archived.version);
  line.flag("estimated", archived.copied_estimate.has_value());
  line.estimate("copied_bounds", archived.copied_estimate);
  line.estimate("kept_bounds", archived.kept_estimate);
  line.end_object();
}

bool comes_first(const Article& one, const Article& other) {
  const auto rank = [](const Article& article) { return std::tuple(!article.published.known(), article.published.seconds, std::string_view(article.key.text)); };
  return rank(one) < rank(other);
}

}  // namespace

std::string match_line(const CheckAnswer& answer, const ArchivedMatch& archived, OffsetUnit unit) {
  ClusterRun run;
  run.articles.resize(2);
  const bool archived_first = comes_first(archived.article, answer.article);
  Match match = archived_first ? archived.match : turned(archived.match);
  run.articles[archived_first ? 0 : 1].article = archived.article;
  run.articles[archived_first ? 1 : 0].article = answer.article;
  match.a = 0;
  match.b = 1;
  const bool together = !answer.cluster.empty() && answer.cluster == archived.cluster;
  if (together) {
    run.clusters.push_back({.members = {}, .original = 0, .original_by = OriginalBy::Time, .weakest = {}, .id = answer.cluster});
    run.articles[0].cluster = run.articles[1].cluster = 0;
  }
  return match_line(run, match, unit);
}

std::string check_line(const CheckAnswer& answer, OffsetUnit unit) {
  const auto verdict = verdict_of(answer);
  JsonLine line;
  line.text("schema", "wireprint.check/1");
  line.count("line", answer.line);
  line.key("key", &answer.article.key);
  line.text("status", name_of(answer.status));
  line.text("error", answer.error ? answer.error->message : std::string());
  line.text("verdict", verdict ? name_of(*verdict) : std::string_view());
  line.share("known_share", answer.known_share);
  line.text("cluster", answer.cluster);
  line.key("original", &answer.original);
  line.text("agency", answer.agency);
  line.begin_array("matches");
  for (const ArchivedMatch& match : answer.matches) write_match(line, match, answer.article, unit);
  line.end_array();
  line.begin_array("others");
  for (const ClusterCount& other : answer.others) {
    line.begin_object();
    line.text("cluster", other.cluster);
    line.count("articles", other.articles);
    line.end_object();
  }
  line.end_array();
  return line.finish();
}

}  // namespace wireprint
