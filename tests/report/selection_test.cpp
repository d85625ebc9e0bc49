#include "report/selection.hpp"

#include <catch2/catch.hpp>

#include "support/sample_run.hpp"

namespace wireprint {
namespace {

bool stays(const ClusterRun& run, std::size_t member) {
  const Cluster& cluster = run.clusters[1];
  return stays_beside(run, cluster, cluster.members[member], survivor_of(run, cluster));
}

}  // namespace

TEST_CASE("of a cluster the article with the most words survives") {
  const ClusterRun run = test::sample_run();
  CHECK(survivor_of(run, run.clusters[1]) == 2);
  CHECK(survivor_of(run, run.clusters[0]) == 4);
}

TEST_CASE("of the longest the one with the smallest key survives") {
  ClusterRun run = test::sample_run();
  for (const ArticleId id : {0U, 1U, 2U, 3U}) run.articles[id].words = 500;
  CHECK(survivor_of(run, run.clusters[1]) == 2);  // key 7
}

TEST_CASE("a member goes when nine tenths of it stand in the survivor, by whichever the run knows") {
  ClusterRun run = test::sample_run();
  CHECK(stays(run, 2));        // the survivor itself
  CHECK_FALSE(stays(run, 0));  // the original: the survivor kept 590 of its 600 words
  CHECK_FALSE(stays(run, 1));  // by their match: 188 of 190
  run.clusters[1].members[2].kept = {539, 600};
  CHECK(stays(run, 0));
  run.clusters[1].members[2].kept = {540, 600};
  CHECK_FALSE(stays(run, 0));
}

TEST_CASE("a member stays when nothing is known of it and the survivor") {
  const ClusterRun run = test::sample_run();
  CHECK(stays(run, 3));
}

TEST_CASE("towards an original that survives the member's own share decides") {
  ClusterRun run = test::sample_run();
  run.articles[0].words = 800;
  CHECK_FALSE(stays(run, 1));
  CHECK(stays(run, 2));  // 586 of 700
}

}  // namespace wireprint
