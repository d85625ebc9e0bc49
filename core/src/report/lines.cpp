#include "wireprint/report/lines.hpp"

#include <algorithm>
#include <optional>

#include "report/json_line.hpp"
#include "report/lag.hpp"
#include "report/passage_lines.hpp"
#include "report/story_facts.hpp"
#include "wireprint/verify/coefficients.hpp"

namespace wireprint {
namespace {

void write_lag(JsonLine& line, const Timestamp& first, const Timestamp& second) {
  line.number("lag_seconds", lag_seconds(first, second));
  line.number("lag_days", lag_days(first, second));
}

// Not the order of members, which is by the start of an interval and then by key: a day ends after its own minutes.
void write_span_of_time(JsonLine& line, const ClusterRun& run, const Cluster& cluster) {
  const Timestamp* first = nullptr;
  const Timestamp* last = nullptr;
  for (const Member& member : cluster.members) {
    const Timestamp& time = run.articles[member.article].article.published;
    if (!time.known()) continue;
    if (first == nullptr || time.seconds < first->seconds) first = &time;
    if (last == nullptr || time.end() > last->end()) last = &time;
  }
  line.text("first", first == nullptr ? std::string() : first->iso8601());
  line.text("last", last == nullptr ? std::string() : last->iso8601());
}

void write_member(JsonLine& line, const ClusterRun& run, const Cluster& cluster, const Member& member) {
  const JudgedArticle& judged = run.articles[member.article];
  const Article& article = judged.article;
  line.begin_object();
  line.key("key", &article.key);
  line.text("outlet", article.outlet);
  line.text("published", article.published.iso8601());
  line.text("published_precision", name_of(article.published.precision));
  write_lag(line, run.articles[cluster.original].article.published, article.published);
  line.text("headline", article.headline);
  line.text("url", article.url);
  line.text("language", article.language);
  line.count("words", judged.words);
  line.text("agency", judged.agency);
  line.text("role", name_of(member.role));
  line.share("copied", member.copied);
  line.share("kept", member.kept);
  line.key("source", member.source ? &run.articles[*member.source].article.key : nullptr);
  line.share("probability", member.probability);
  line.flag("reference", judged.reference);
  line.end_object();
}

void write_shares(JsonLine& line, const Match& match) {
  line.share("copied", match.copied);
  line.share("kept", match.kept);
  line.share("jaccard", match.jaccard);
  line.share("jaccard_all", match.jaccard_all);
  line.share("containment_a_in_b", match.containment_a_in_b);
  line.share("containment_b_in_a", match.containment_b_in_a);
}

std::string_view cluster_of_both(const ClusterRun& run, const JudgedArticle& a, const JudgedArticle& b) {
  if (!a.cluster || a.cluster != b.cluster) return {};
  return id_of(run, run.clusters[*a.cluster]);
}

}  // namespace

std::string cluster_line(const ClusterRun& run, const Cluster& cluster) {
  const Key& original = run.articles[cluster.original].article.key;
  JsonLine line;
  line.text("schema", "wireprint.cluster/1");
  line.text("cluster", id_of(run, cluster));
  line.count("size", cluster.members.size());
  line.count("outlets", count_outlets(run, cluster));
  write_span_of_time(line, run, cluster);
  line.text("agency", agency_of(run, cluster));
  line.key("original", &original);
  line.text("original_by", name_of(cluster.original_by));
  line.share("weakest", cluster.weakest.whole > 0 ? std::optional(cluster.weakest) : std::nullopt);
  line.begin_array("members");
  for (const Member& member : cluster.members) write_member(line, run, cluster, member);
  line.end_array();
  return line.finish();
}

std::string match_line(const ClusterRun& run, const Match& match, OffsetUnit unit) {
  const JudgedArticle& a = run.articles[match.a];
  const JudgedArticle& b = run.articles[match.b];
  JsonLine line;
  line.text("schema", "wireprint.match/1");
  line.key("a", &a.article.key);
  line.key("b", &b.article.key);
  line.text("cluster", cluster_of_both(run, a, b));
  line.text("verdict", name_of(match.verdict));
  line.text("role", match.verdict == Verdict::Copy ? name_of(match.role) : std::string_view());
  line.share("probability", probability_of(match));
  write_shares(line, match);
  line.count("words_a", match.words_a);
  line.count("words_b", match.words_b);
  line.count("longest_run_words", match.longest_run_words);
  line.share("quoted", match.quoted);
  line.count("number_conflicts", match.number_conflicts);
  line.flag("same_outlet", match.same_outlet);
  write_lag(line, a.article.published, b.article.published);
  line.begin_array("reasons");
  for (const Reason reason : match.reasons) line.element(name_of(reason));
  line.end_array();
  Article held_a;
  Article held_b;
  write_passages(line, whole_article(run, match.a, held_a), whole_article(run, match.b, held_b), match.passages, unit);
  return line.finish();
}

}  // namespace wireprint
