#include "report/json_line.hpp"
#include "report/lag.hpp"
#include "report/passage_lines.hpp"
#include "report/rounding.hpp"
#include "wireprint/report/check_answer.hpp"

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
  line.null("probability");
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

}  // namespace

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
  return line.finish();
}

}  // namespace wireprint
