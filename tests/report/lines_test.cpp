#include "wireprint/report/lines.hpp"

#include <catch2/catch.hpp>

#include "support/sample_run.hpp"

namespace wireprint {

using Catch::Contains;
using Catch::StartsWith;

TEST_CASE("a cluster's line names its story before its members") {
  const ClusterRun run = test::sample_run();
  CHECK_THAT(cluster_line(run, run.clusters[1]),
             StartsWith(R"({"schema":"wireprint.cluster/1","cluster":"h1","size":4,"outlets":3,)"
                        R"("first":"2017-06-01T05:00-08:00","last":"2017-06-03","agency":"AP","original":"h1",)"
                        R"("original_by":"time","weakest":0.8371,"members":[{"key":"h1",)"));
}

TEST_CASE("a cluster that has an id of its own is called by it in every line") {
  ClusterRun run = test::sample_run();
  run.clusters[1].id = "old";
  CHECK_THAT(cluster_line(run, run.clusters[1]), StartsWith(R"({"schema":"wireprint.cluster/1","cluster":"old",)") && Contains(R"("original":"h1",)"));
  CHECK_THAT(match_line(run, run.matches[0]), Contains(R"("cluster":"old",)"));
  CHECK_THAT(ArticleLines(run).json(1), Contains(R"("cluster":"old","cluster_size":4,"original":"h1")"));
}

TEST_CASE("a member's line has its fields in the order of the contract") {
  const ClusterRun run = test::sample_run();
  CHECK_THAT(cluster_line(run, run.clusters[1]),
             Contains(R"({"key":"h2","outlet":"Coast Courier","published":"2017-06-01T14:30","published_precision":"minute",)"
                      R"("lag_seconds":5400,"lag_days":0,"headline":"Bridge shuts in July","url":null,"language":null,)"
                      R"("words":190,"agency":null,"role":"trimmed","copied":1.0,"kept":0.31,"source":"h1",)"
                      R"("probability":null,"reference":false})"));
}

TEST_CASE("a key that was a number stays one, and names its cluster as a string") {
  ClusterRun run = test::sample_run();
  run.articles[0].article.key = {"12345678901234567890123", true};
  CHECK_THAT(cluster_line(run, run.clusters[1]), Contains(R"("cluster":"12345678901234567890123")"));
  CHECK_THAT(cluster_line(run, run.clusters[1]), Contains(R"("original":12345678901234567890123,)"));
  CHECK_THAT(cluster_line(run, run.clusters[1]), Contains(R"({"key":7,)"));
}

TEST_CASE("seconds of lag need a time of day on both sides, days only a date") {
  const ClusterRun run = test::sample_run();
  const std::string line = cluster_line(run, run.clusters[1]);
  CHECK_THAT(line, Contains(R"("published":"2017-06-03","published_precision":"day","lag_seconds":null,"lag_days":2)"));
  CHECK_THAT(line, Contains(R"("published":null,"published_precision":"none","lag_seconds":null,"lag_days":null)"));
}

TEST_CASE("lags are negative for a member that is dated before the original") {
  ClusterRun run = test::sample_run();
  run.articles[1].article.published = test::minute(test::kJune1 - 60);
  CHECK_THAT(cluster_line(run, run.clusters[1]), Contains(R"("lag_seconds":-46860,"lag_days":-1)"));
}

TEST_CASE("a cluster is the agency's that most of its members credit") {
  ClusterRun run = test::sample_run();
  run.articles[1].agency = run.articles[2].agency = "dpa";
  CHECK_THAT(cluster_line(run, run.clusters[1]), Contains(R"("agency":"dpa","original")"));
  run.articles[3].agency = "AP";
  CHECK_THAT(cluster_line(run, run.clusters[1]), Contains(R"("agency":"AP","original")"));
}

TEST_CASE("a match's line has its fields in the order of the contract") {
  const ClusterRun run = test::sample_run();
  CHECK_THAT(match_line(run, run.matches[0]),
             StartsWith(R"({"schema":"wireprint.match/1","a":"h1","b":"h2","cluster":"h1","verdict":"copy","role":"trimmed",)"
                        R"("probability":null,"copied":1.0,"kept":0.31,"jaccard":0.3,"jaccard_all":0.27,)"
                        R"("containment_a_in_b":0.3,"containment_b_in_a":0.99,"words_a":600,"words_b":190,)"
                        R"("longest_run_words":141,"quoted":0.0,"number_conflicts":0,"same_outlet":false,)"
                        R"("lag_seconds":5400,"lag_days":0,"reasons":["story_shared","identical_text"],"passages":[)"));
}

TEST_CASE("passages are cut where the reader's language counts") {
  const ClusterRun run = test::sample_run();
  const Match& match = run.matches[0];
  CHECK_THAT(match_line(run, match, OffsetUnit::Bytes), Contains(R"({"a":[3,12],"b":[11,20],"words":2,"quoted":true},{"a":[44,55])"));
  CHECK_THAT(match_line(run, match), Contains(R"({"a":[1,10],"b":[9,18],"words":2,"quoted":true},{"a":[40,48])"));
  CHECK_THAT(match_line(run, match, OffsetUnit::Utf16), Contains(R"({"a":[1,10],"b":[9,18],"words":2,"quoted":true},{"a":[40,49])"));
}

TEST_CASE("a pair that is not a copy has no role, and one that was not joined no cluster") {
  ClusterRun run = test::sample_run();
  run.matches[0].verdict = Verdict::Quote;
  run.matches[0].b = 5;
  CHECK_THAT(match_line(run, run.matches[0]), Contains(R"("cluster":null,"verdict":"quote","role":null)"));
}

TEST_CASE("control characters and quotes in a field do not break the line") {
  ClusterRun run = test::sample_run();
  run.articles[0].article.headline = "a\nb\t\"c\" \x01 \\";
  const std::string line = cluster_line(run, run.clusters[1]);
  CHECK(line.find('\n') == std::string::npos);
  CHECK_THAT(line, Contains(R"("headline":"a\nb\t\"c\" \u0001 \\")"));
}

TEST_CASE("singletons are clusters of one, in the order of clusters, and hang on no match") {
  const ClusterRun run = test::sample_run();
  const auto stories = with_singletons(run);
  REQUIRE(stories.size() == 3);
  CHECK(stories[0].original == 4);  // d1 and s1 have one day: by key
  CHECK(stories[1].original == 6);
  CHECK(stories[2].original == 0);
  CHECK_THAT(cluster_line(run, stories[1]), Contains(R"("size":1,)") && Contains(R"("weakest":null)"));
}

}  // namespace wireprint
