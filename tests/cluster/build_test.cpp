#include "wireprint/cluster/build.hpp"

#include <catch2/catch.hpp>
#include <map>

namespace wireprint {
namespace {

Match copy(ArticleId a, ArticleId b, Share copied, Share kept, Role role) {
  Match match;
  match.a = a;
  match.b = b;
  match.verdict = Verdict::Copy;
  match.role = role;
  match.copied = copied;
  match.kept = kept;
  return match;
}

ArticleFacts facts(std::int64_t hour, std::string_view key, bool agency = false, Precision precision = Precision::Minute) {
  return {{.seconds = hour * 3600, .precision = precision, .offset_minutes = {}}, key, agency, 100};
}

std::vector<Cluster> built(const std::vector<ArticleFacts>& all, const std::vector<Match>& copies) {
  std::vector<ArticleId> leader(all.size());
  for (ArticleId id = 0; id < leader.size(); ++id) leader[id] = id;
  const auto compare = [&](ArticleId a, ArticleId b) {
    for (const auto& match : copies) {
      if (match.a == a && match.b == b) return match;
    }
    return copy(a, b, {30, 100}, {30, 100}, Role::Rewritten);
  };
  return build_clusters({all, leader, copies, compare}, Executor(2));
}

}  // namespace

TEST_CASE("members are described as the copies that they are of the original") {
  const auto clusters = built({facts(0, "a"), facts(1, "b"), facts(2, "c")},
                              {copy(0, 1, {100, 100}, {50, 100}, Role::Trimmed), copy(0, 2, {100, 110}, {100, 100}, Role::Extended)});
  REQUIRE(clusters.size() == 1);
  REQUIRE(clusters[0].members.size() == 3);
  CHECK(clusters[0].original == 0);
  CHECK(clusters[0].members[0].role == Role::Original);
  CHECK(clusters[0].members[0].source == std::nullopt);
  CHECK(clusters[0].members[1].role == Role::Trimmed);
  CHECK(clusters[0].members[1].kept == Share{50, 100});
  CHECK(clusters[0].members[2].role == Role::Extended);
}

TEST_CASE("the source is the earlier member that the most was copied from") {
  const auto clusters = built({facts(0, "a"), facts(1, "b"), facts(2, "c")},
                              {copy(0, 1, {70, 100}, {70, 100}, Role::Updated), copy(0, 2, {60, 100}, {60, 100}, Role::Updated), copy(1, 2, {95, 100}, {95, 100}, Role::Verbatim)});
  REQUIRE(clusters.size() == 1);
  CHECK(clusters[0].members[1].source == ArticleId{0});
  CHECK(clusters[0].members[2].source == ArticleId{1});
  CHECK(clusters[0].members[2].role == Role::Updated);  // towards the original, not the source
}

TEST_CASE("of two sources that are as near the earlier one is named") {
  const auto clusters = built({facts(0, "a"), facts(1, "b"), facts(2, "c")},
                              {copy(0, 1, {90, 100}, {90, 100}, Role::Verbatim), copy(0, 2, {90, 100}, {90, 100}, Role::Verbatim), copy(1, 2, {9, 10}, {9, 10}, Role::Verbatim)});
  CHECK(clusters.at(0).members[2].source == ArticleId{0});
}

TEST_CASE("a member before the original in order is seen from the other side") {
  const auto clusters = built({facts(0, "a", false, Precision::WholeDay), facts(0, "b", true, Precision::WholeDay)}, {copy(0, 1, {60, 120}, {60, 60}, Role::Extended)});
  REQUIRE(clusters.size() == 1);
  CHECK(clusters[0].original == 1);
  CHECK(clusters[0].original_by == OriginalBy::Agency);
  CHECK(clusters[0].members[0].role == Role::Trimmed);
  CHECK(clusters[0].members[0].copied == Share{60, 60});
  CHECK(clusters[0].members[0].kept == Share{60, 120});
  CHECK(clusters[0].members[0].source == ArticleId{1});
}

TEST_CASE("a member that is no copy of the original itself is described by comparing them") {
  const auto clusters = built({facts(0, "a"), facts(1, "b"), facts(2, "c")},
                              {copy(0, 1, {90, 100}, {90, 100}, Role::Verbatim), copy(1, 2, {80, 100}, {80, 100}, Role::Updated)});
  REQUIRE(clusters.size() == 1);
  CHECK(clusters[0].members[2].copied == Share{30, 100});
  CHECK(clusters[0].members[2].source == ArticleId{1});
}

TEST_CASE("the weakest share of a cluster is that of the copy it hangs on") {
  const auto clusters = built({facts(0, "a"), facts(1, "b"), facts(2, "c")},
                              {copy(0, 1, {90, 100}, {40, 100}, Role::Trimmed), copy(0, 2, {60, 100}, {70, 100}, Role::Updated)});
  CHECK(clusters.at(0).weakest == Share{70, 100});
}

TEST_CASE("clusters come by their originals") {
  const auto clusters = built({facts(0, "a"), facts(0, "b", true, Precision::WholeDay), facts(0, "c", false, Precision::WholeDay), facts(3, "d")},
                              {copy(1, 2, {9, 10}, {9, 10}, Role::Verbatim), copy(0, 3, {9, 10}, {9, 10}, Role::Verbatim)});
  REQUIRE(clusters.size() == 2);
  CHECK(clusters[0].original == 0);
  CHECK(clusters[1].original == 1);
}

}  // namespace wireprint
