#include <catch2/catch.hpp>

#include "support/invented_story.hpp"
#include "support/prepared.hpp"
#include "wireprint/verify/judgement.hpp"

namespace wireprint {
namespace {

using test::story;

std::string_view role(const std::string& a, const std::string& b) {
  Match match = compare(test::Prepared(a, "Ferry"), test::Prepared(b, "Ferry"), {.horizon = 19000, .same_outlet = false, .days_apart = 0});
  judge(match, {});
  CHECK(match.verdict == Verdict::Copy);
  return name_of(match.role);
}

}  // namespace

TEST_CASE("all copied and all kept is verbatim, under another promo line too") {
  CHECK(role(story(1, 200), story(1, 200)) == "verbatim");
  CHECK(role(story(1, 180), story(1, 120) + "Read more: Storm closes schools along the coast\n" + story(1, 180).substr(story(1, 120).size())) == "verbatim");
}

TEST_CASE("all copied but not all kept is trimmed, and the other way round extended") {
  CHECK(role(story(1, 200), story(1, 100)) == "trimmed");
  CHECK(role(story(1, 100), story(1, 200)) == "extended");
}

TEST_CASE("long passages with a new top are updated") { CHECK(role(story(1, 200), story(2, 80) + story(1, 120)) == "updated"); }

TEST_CASE("short passages throughout are rewritten") {
  std::string a, b;
  for (std::uint64_t i = 0; i < 20; ++i) {
    const std::string kept = story(i, 10);
    a += kept + story(100 + i, 5);
    b += kept + story(200 + i, 5);
  }
  CHECK(role(a, b) == "rewritten");
}

TEST_CASE("nine tenths are whole, and less is not") {
  Match match;
  match.copied = {90, 100};
  match.kept = {90, 100};
  CHECK(role_of(match) == Role::Verbatim);
  match.kept = {89, 100};
  CHECK(role_of(match) == Role::Trimmed);
  match.copied = {89, 100};
  match.kept = {90, 100};
  CHECK(role_of(match) == Role::Extended);
}

TEST_CASE("two texts are as near as the shorter story or the whole texts are contained") {
  Match match;
  match.copied = {50, 100};
  match.kept = {50, 80};
  CHECK(nearness_of(match) == Share{50, 80});
  match.containment_all_a_in_b = {90, 100};
  match.containment_all_b_in_a = {80, 100};
  CHECK(nearness_of(match) == Share{80, 100});
}

}  // namespace wireprint
