#include <catch2/catch.hpp>
#include <map>
#include <set>

#include "support/fixture_tables.hpp"
#include "support/records.hpp"

namespace wireprint {
namespace {

using test::Run;

Run sample_run() {
  ClusterOptions options;
  options.keep_refused = true;
  return Run::of_file(test::sample_path(), options);
}

const Match* match_of(const Run& run, const std::string& a, const std::string& b) {
  for (const auto& match : run->matches) {
    if (std::set{run.key(match.a), run.key(match.b)} == std::set{a, b}) return &match;
  }
  return nullptr;
}

}  // namespace

TEST_CASE("the sample's clusters, originals and roles are as its description says") {
  std::set<std::string> expected;
  for (const auto& row : test::fixture_table("Clusters")) expected.insert(row[0] + " of " + row[1] + ": " + row[2]);
  REQUIRE(expected.size() > 20);
  const Run run = sample_run();
  std::set<std::string> found;
  for (const auto& cluster : run->clusters) {
    for (const auto& member : cluster.members) found.insert(run.key(member.article) + " of " + run.key(cluster.original) + ": " + std::string(name_of(member.role)));
  }
  CHECK(found == expected);
}

TEST_CASE("the sample's pairs that are no copies have the verdicts that its description says") {
  const Run run = sample_run();
  const auto rows = test::fixture_table("Pairs that are no copies");
  REQUIRE(rows.size() == 5);
  for (const auto& row : rows) {
    INFO(row[0]);
    const Match* match = match_of(run, row[0], row[1]);
    REQUIRE(match != nullptr);
    CHECK(name_of(match->verdict) == row[2]);
  }
}

TEST_CASE("the sample's other articles stand alone with the status that its description says") {
  const Run run = sample_run();
  const auto rows = test::fixture_table("Alone");
  REQUIRE(rows.size() == 8);
  for (const auto& row : rows) {
    INFO(row[0]);
    CHECK(name_of(run.article(row[0]).status) == row[1]);
    CHECK_FALSE(run.article(row[0]).cluster);
  }
}

TEST_CASE("the sample's counts add up") {
  const Run run = sample_run();
  CHECK(run->counts.records == 39);
  CHECK(run->counts.statuses == std::map<Status, std::uint64_t>{{Status::Ok, 36}, {Status::Short, 1}, {Status::Empty, 1}, {Status::NoContent, 1}});
  CHECK(run->counts.undated == 1);
  CHECK(run->counts.unreadable_dates == 0);
  CHECK(run->counts.cut_edges == 0);
}

}  // namespace wireprint
