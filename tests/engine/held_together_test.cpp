#include <catch2/catch.hpp>
#include <set>

#include "support/fixture_tables.hpp"
#include "support/invented_story.hpp"
#include "support/records.hpp"

namespace wireprint {
namespace {

using test::Record;
using test::Run;

// The members that can be reached from the first over the copies that are written.
std::size_t reached(const Run& run, const Cluster& cluster) {
  std::set<ArticleId> members, found{cluster.members.front().article};
  for (const auto& member : cluster.members) members.insert(member.article);
  for (std::size_t before = 0; before != found.size();) {
    before = found.size();
    for (const auto& match : run->matches) {
      const bool inside = match.verdict == Verdict::Copy && members.contains(match.a) && members.contains(match.b);
      if (inside && (found.contains(match.a) || found.contains(match.b))) found.insert({match.a, match.b});
    }
  }
  return found.size();
}

void check_held(const Run& run) {
  REQUIRE_FALSE(run->clusters.empty());
  for (const auto& cluster : run->clusters) REQUIRE(reached(run, cluster) == cluster.members.size());
}

std::string tally(int first) {
  std::string text = test::story(9, 60);
  for (int i = 0; i < 3; ++i) text += test::story(static_cast<std::uint64_t>(i), 30) + std::to_string(first + i) + " " + test::story(20 + static_cast<std::uint64_t>(i), 30);
  return text;
}

}  // namespace

TEST_CASE("the matches that are written hold the sample's clusters together") { check_held(Run::of_file(test::sample_path())); }

TEST_CASE("a reprint of a corrected version is held by the version that it is identical to") {
  const Run run({Record{"first", "One", "2024-03-04T08:00:00Z", "Count", tally(100)}, Record{"corrected", "Two", "2024-03-04T09:00:00Z", "Count", tally(200)},
                 Record{"reprint", "Three", "2024-03-05T09:00:00Z", "Count", tally(200)}});
  REQUIRE(run.clusters() == std::vector<std::vector<std::string>>{{"first", "corrected", "reprint"}});
  check_held(run);
}

TEST_CASE("an article's source is a member of its cluster that comes before it or is the original") {
  const Run run = Run::of_file(test::sample_path());
  for (const auto& cluster : run->clusters) {
    std::set<ArticleId> before{cluster.original};
    for (const auto& member : cluster.members) {
      CHECK(member.source.has_value() == (member.article != cluster.original));
      if (member.source) CHECK(before.contains(*member.source));
      before.insert(member.article);
    }
  }
}

}  // namespace wireprint
