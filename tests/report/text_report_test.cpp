#include "wireprint/report/text_report.hpp"

#include <catch2/catch.hpp>
#include <sstream>

#include "report/columns.hpp"
#include "support/sample_run.hpp"

namespace wireprint {
namespace {

int widest_line(const std::string& text) {
  std::istringstream lines(text);
  int widest = 0;
  for (std::string line; std::getline(lines, line);) widest = std::max(widest, display_width(line));
  return widest;
}

}  // namespace

using Catch::Contains;

TEST_CASE("a cluster starts with its original and lists the copies below each other") {
  const ClusterRun run = test::sample_run();
  CHECK(cluster_text(run, run.clusters[1]) ==
        "  4 ×  Harbour bridge to close for six weeks\n"
        "       AP · first in Harbor Ledger, 1 June 2017 05:00 UTC-08:00 · 600 words · key h1\n"
        "       Coast Courier         +1 h 30 min  trimmed    31 % kept    h2  Bridge shuts in July\n"
        "       Inland \"Daily\", late  +2 days      extended   84 % copied  7\n"
        "       (unknown outlet)      undated      verbatim   99 % copied  h4\n");
}

TEST_CASE("of one outlet's versions of a day it is said which is shown") {
  ClusterRun run = test::sample_run();
  auto& cluster = run.clusters[1];
  for (const auto& member : cluster.members) run.articles[member.article].article.outlet = "Valley Post";
  cluster.original_by = OriginalBy::Length;
  CHECK_THAT(cluster_text(run, cluster), Contains("first in Valley Post, ") && Contains(" · shown: the longest") && !Contains("first seen"));
}

TEST_CASE("an agency that is the outlet itself is named once") {
  ClusterRun run = test::sample_run();
  auto& cluster = run.clusters[0];
  const std::string outlet = run.articles[cluster.original].article.outlet;
  for (const auto& member : cluster.members) run.articles[member.article].agency = outlet;
  CHECK_THAT(cluster_text(run, cluster), !Contains(outlet + " · "));
}

TEST_CASE("outlets that may all have been first are said to be") {
  const ClusterRun run = test::sample_run();
  CHECK_THAT(cluster_text(run, run.clusters[0]),
             Contains("first seen in 2 outlets on 1 June 2017 · shown: Valley Post, the longest"));
}

TEST_CASE("a copy that has no headline did not change it") {
  ClusterRun run = test::sample_run();
  run.articles[3].article.headline = "";
  CHECK_THAT(cluster_text(run, run.clusters[1]), Contains("copied  h4\n"));
}

TEST_CASE("a headline that has no room beside long keys stands below") {
  ClusterRun run = test::sample_run();
  run.articles[1].article.key.text = std::string(30, 'k');
  CHECK_THAT(cluster_text(run, run.clusters[1]), Contains("kkk\n         Bridge shuts in July\n"));
}

TEST_CASE("no line is wider than a hundred columns, whatever script it is in") {
  ClusterRun run = test::sample_run();
  for (JudgedArticle& judged : run.articles) {
    for (int i = 0; i < 40; ++i) judged.article.headline += "大桥", judged.article.outlet += "報";
  }
  CHECK(widest_line(report_text(run, true)) <= 100);
}

TEST_CASE("the report opens with what a newsroom asks first, then the largest stories") {
  const std::string report = report_text(test::sample_run());
  CHECK_THAT(report, Catch::StartsWith("2 stories were printed more than once, by 6 of 9 articles in 5 outlets.\n"
                                       "The copies: 1 verbatim, 2 trimmed, 1 extended.\n"
                                       "Of 1 copy with a time of day, half appeared within 1 h 30 min of the original.\n"));
  CHECK(report.find("  4 ×") < report.find("  2 ×"));
  CHECK(report.find("Choir") == std::string::npos);
}

TEST_CASE("with singletons the report also names the stories that stand alone") {
  CHECK_THAT(report_text(test::sample_run(), true), Contains("  1 ×  Choir sings alone\n       Valley Post, 1 June 2017"));
}

TEST_CASE("the report names the outlets that printed such stories more than once") {
  ClusterRun run = test::sample_run();
  CHECK_THAT(report_text(run), !Contains("outlet  "));
  run.articles[0].article.outlet = "Valley Post";
  CHECK_THAT(report_text(run), Contains("\n  outlet       original  copy\n  Valley Post         2     0\n  and 3 other outlets\n"));
}

TEST_CASE("a run without copies says so") {
  ClusterRun run = test::sample_run();
  run.clusters.clear();
  CHECK(report_text(run) == "No story was printed twice among 9 articles.\n");
}

TEST_CASE("the summary accounts for every record") {
  const ClusterRun run = test::sample_run();
  CHECK_THAT(summary_text(run.counts, run.clusters.size()),
             Contains("9 records read in") && Contains(": 7 ok, 1 empty, 1 unreadable\n2 undated\n2 clusters from 4 copied pairs"));
}

}  // namespace wireprint
