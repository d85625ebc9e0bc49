#include "report/selection.hpp"

#include <catch2/catch.hpp>

#include "support/sample_run.hpp"

namespace wireprint {

TEST_CASE("of a cluster the article with the most words is kept") {
  const auto selected = selected_articles(test::sample_run());
  CHECK(selected[2]);
  CHECK(selected[4]);
}

TEST_CASE("of the longest the one with the smallest key is kept") {
  ClusterRun run = test::sample_run();
  for (const ArticleId id : {0U, 1U, 2U, 3U}) run.articles[id].words = 500;
  CHECK(selected_articles(run)[2]);  // key 7
  run.articles[2].article.key.text = "z";
  CHECK(selected_articles(run)[0]);  // h1
}

TEST_CASE("a member goes when nine tenths of it stand in the longest, by their match") {
  ClusterRun run = test::sample_run();
  CHECK_FALSE(selected_articles(run)[1]);  // 188 of 190
  run.matches[1].kept = {170, 190};
  CHECK(selected_articles(run)[1]);
}

TEST_CASE("the original goes when the longest kept nine tenths of it") {
  ClusterRun run = test::sample_run();
  run.clusters[1].members[2].kept = {540, 600};
  CHECK_FALSE(selected_articles(run)[0]);
  run.clusters[1].members[2].kept = {539, 600};
  CHECK(selected_articles(run)[0]);
}

TEST_CASE("a member stays when nothing is known of it and the longest") { CHECK(selected_articles(test::sample_run())[3]); }

TEST_CASE("where the original is the longest, each member's own share decides") {
  ClusterRun run = test::sample_run();
  run.articles[0].words = 800;
  CHECK_FALSE(selected_articles(run)[1]);
  CHECK(selected_articles(run)[2]);  // 586 of 700
}

TEST_CASE("articles that stand alone are kept, unreadable and superseded ones are not") {
  ClusterRun run = test::sample_run();
  CHECK(selected_articles(run)[6]);
  CHECK(selected_articles(run)[7]);  // empty, but nobody's copy
  CHECK_FALSE(selected_articles(run)[8]);
  run.articles[6].status = Status::Superseded;
  CHECK_FALSE(selected_articles(run)[6]);
}

}  // namespace wireprint
