#include "wireprint/verify/features.hpp"

#include <algorithm>
#include <catch2/catch.hpp>

#include "support/invented_story.hpp"
#include "support/prepared.hpp"
#include "wireprint/verify/judgement.hpp"

namespace wireprint {
namespace {

using test::Prepared;
using test::story;

double feature(const Match& match, std::string_view code) {
  const auto& names = feature_names();
  const auto found = std::ranges::find(names, code, &FeatureName::code);
  REQUIRE(found != names.end());
  return features_of(match)[static_cast<std::size_t>(found - names.begin())];
}

Match judged(const std::string& a, const std::string& b, const PairFacts& facts) {
  Match match = compare(Prepared(a, "Tugs bring ferry home"), Prepared(b, "Ferry is home"), facts);
  judge(match, {});
  return match;
}

}  // namespace

TEST_CASE("every feature lies between 0 and 1, whatever the pair") {
  const std::vector<std::string> texts{"", "One word", story(1, 4), story(1, 60), story(1, 60) + story(2, 200), "\"" + story(1, 60) + "\"", story(3, 400)};
  for (const auto& a : texts) {
    for (const auto& b : texts) {
      for (const bool same_outlet : {false, true}) {
        for (const double value : features_of(judged(a, b, {.horizon = 19000, .same_outlet = same_outlet, .days_apart = 4}))) {
          CHECK(value >= 0);
          CHECK(value <= 1);
        }
      }
    }
  }
}

TEST_CASE("features say what their names say") {
  const Match cut = judged(story(1, 200), story(1, 60), {.horizon = 19000, .same_outlet = true, .days_apart = 3});
  CHECK(feature(cut, "shorter") == 1);
  CHECK(feature(cut, "longer") == Approx(0.3));
  CHECK(feature(cut, "sentences") == 1);
  CHECK(feature(cut, "longest_run") == Approx(60.0 / 80));
  CHECK(feature(cut, "days") == 0.5);
  CHECK(feature(cut, "outlet_days") == 0.5);
  CHECK(feature(cut, "outlet_block") == 0);
  CHECK(feature(cut, "headlines") == Approx(2.0 / 5));
  const Match undated = judged(story(1, 200), story(2, 60), {.horizon = 19000, .same_outlet = false, .days_apart = std::nullopt});
  CHECK(feature(undated, "days") == 0);
  CHECK(feature(undated, "rule") == 0);
}

TEST_CASE("a copy is likelier than a shared block, and that than strangers") {
  const auto odds = [](const std::string& a, const std::string& b) { return *judged(a, b, {.horizon = 19000, .same_outlet = false, .days_apart = 0}).log_odds; };
  const double copy = odds(story(1, 200), story(1, 200) + story(2, 20));
  const double block = odds(story(1, 40) + story(2, 200), story(3, 200) + story(1, 40));
  CHECK(copy > block);
  CHECK(block > odds(story(1, 200), story(2, 200)));
  CHECK(probability_of(copy) > 0.9);
}

}  // namespace wireprint
