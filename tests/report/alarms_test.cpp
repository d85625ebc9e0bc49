#include "wireprint/report/alarms.hpp"

#include <catch2/catch.hpp>

#include "support/sample_run.hpp"

namespace wireprint {
namespace {

// A cluster of `size` members over `days` days by `outlets` outlets, of which the last `reworded` are rewritten.
void add_cluster(ClusterRun& run, std::size_t size, std::size_t days, std::size_t outlets, std::size_t reworded) {
  Cluster cluster;
  cluster.original = static_cast<ArticleId>(run.articles.size());
  for (std::size_t i = 0; i < size; ++i) {
    const auto id = static_cast<ArticleId>(run.articles.size());
    const auto time = test::kJune1 + static_cast<std::int64_t>(i % days) * 24 * test::kHour;
    run.articles.push_back(test::article("k" + std::to_string(id), "Outlet " + std::to_string(i % outlets), "Weather", 100, test::minute(time)));
    const Role role = i == 0 ? Role::Original : i >= size - reworded ? Role::Rewritten : Role::Verbatim;
    cluster.members.push_back({id, role, {1, 1}, {1, 1}});
  }
  run.clusters.push_back(cluster);
}

}  // namespace

TEST_CASE("a story that many outlets print within three days is no cause for doubt, however reworded") {
  ClusterRun run;
  add_cluster(run, 40, 3, 20, 39);
  add_cluster(run, 40, 6, 20, 5);
  add_cluster(run, 9, 9, 3, 8);
  CHECK(doubtful_clusters(run).empty());
  CHECK(alarms_text(run).empty());
}

TEST_CASE("a form that comes back on four days and a page that one outlet prints again and again are named, the largest first") {
  ClusterRun run;
  add_cluster(run, 12, 4, 3, 8);
  add_cluster(run, 10, 1, 1, 0);
  add_cluster(run, 33, 7, 7, 28);
  const auto doubtful = doubtful_clusters(run);
  REQUIRE(doubtful.size() == 3);
  CHECK(doubtful[0].cluster == 2);
  CHECK(doubtful[0].alarm == Alarm::Template);
  CHECK(doubtful[2].alarm == Alarm::Log);
  CHECK_THAT(alarms_text(run), Catch::StartsWith("look at cluster k22, Weather: 33 articles on 7 days, most of them reworded: a template?\n") &&
                                   Catch::Contains("10 articles all of Outlet 0"));
}

TEST_CASE("five are named and the rest is counted") {
  ClusterRun run;
  for (int i = 0; i < 8; ++i) add_cluster(run, 10, 1, 1, 0);
  CHECK_THAT(alarms_text(run), Catch::EndsWith("and 3 more like these\n"));
}

}  // namespace wireprint
