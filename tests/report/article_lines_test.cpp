#include <catch2/catch.hpp>

#include "support/sample_run.hpp"
#include "wireprint/report/lines.hpp"

namespace wireprint {

using Catch::Contains;

TEST_CASE("an article's line has its fields in the order of the contract") {
  ClusterRun run = test::sample_run();
  run.removals = {{.article = 1, .kept = 2, .copied = {188, 190}, .role = Role::Trimmed}};
  CHECK(ArticleLines(run).json(1) ==
        R"({"schema":"wireprint.article/1","key":"h2","outlet":"Coast Courier","published":"2017-06-01T14:30",)"
        R"("published_precision":"minute","url":null,"language":null,"words":190,"status":"ok","agency":null,)"
        R"("cluster":"h1","cluster_size":4,"original":"h1","source":"h1","role":"trimmed","copied":1.0,"kept":0.31,)"
        R"("lag_seconds":5400,"lag_days":0,"selected":false})");
}

TEST_CASE("a story that nobody shares is its own original") {
  const ClusterRun run = test::sample_run();
  CHECK_THAT(ArticleLines(run).json(6),
             Contains(R"("cluster":"s1","cluster_size":1,"original":"s1","source":null,"role":"original","copied":1.0,)"
                      R"("kept":1.0,"lag_seconds":null,"lag_days":0,"selected":true)"));
}

TEST_CASE("what carries no story has no place among stories") {
  const ClusterRun run = test::sample_run();
  const std::string nowhere =
      R"("cluster":null,"cluster_size":null,"original":null,"source":null,"role":null,"copied":null,)"
      R"("kept":null,"lag_seconds":null,"lag_days":null,"selected":)";
  CHECK_THAT(ArticleLines(run).json(7), Contains(R"("status":"empty")") && Contains(nowhere + "true"));
  CHECK_THAT(ArticleLines(run).json(8), Contains(R"("key":null)") && Contains(nowhere + "true"));
}

TEST_CASE("what was removed is told with what was kept in its place") {
  const ClusterRun run = test::sample_run();
  const Removal removal{.article = 1, .kept = 2, .copied = {188, 190}, .role = Role::Trimmed};
  CHECK(removed_line(run, removal) ==
        R"({"schema":"wireprint.removed/1","key":"h2","kept":7,"reference":false,"cluster":"h1","role":"trimmed","copied":0.9895,)"
        R"("status":"ok","outlet":"Coast Courier","words":190,"file":null,"line":0,"bytes":0})");
  CHECK(removed_csv_header() == "schema,key,kept,reference,cluster,role,copied,status,outlet,words,file,line,bytes");
  CHECK(removed_csv_row(run, removal) == "wireprint.removed/1,h2,7,false,h1,trimmed,0.9895,ok,Coast Courier,190,,0,0");
}

TEST_CASE("an annotation has the place in the cluster and the selection") {
  const ClusterRun run = test::sample_run();
  CHECK(ArticleLines(run).annotation(6) == R"({"cluster":"s1","cluster_size":1,"role":"original","selected":true})");
}

TEST_CASE("a row of CSV has a field for each name of its header") {
  CHECK(ArticleLines::csv_header() ==
        "schema,key,outlet,published,published_precision,url,language,words,status,agency,cluster,cluster_size,original,"
        "source,role,copied,kept,lag_seconds,lag_days,selected");
  const ClusterRun run = test::sample_run();
  CHECK(ArticleLines(run).csv_row(8) == "wireprint.article/1,,,,none,,,0,error,,,,,,,,,,,true");
}

TEST_CASE("a field of CSV with commas or quotes is quoted as RFC 4180 says") {
  const ClusterRun run = test::sample_run();
  CHECK(ArticleLines(run).csv_row(2) ==
        "wireprint.article/1,7,\"Inland \"\"Daily\"\", late\",2017-06-03,day,,,700,ok,,h1,4,h1,h1,extended,0.8371,0.9833,,2,true");
}

}  // namespace wireprint
