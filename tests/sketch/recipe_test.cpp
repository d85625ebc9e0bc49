#include "wireprint/sketch/recipe.hpp"

#include <catch2/catch.hpp>
#include <functional>
#include <utility>

namespace wireprint {
namespace {

using Change = std::pair<std::string, std::function<void(Recipe&)>>;

}  // namespace

TEST_CASE("the default recipe has no fault, and may be compared with itself") {
  CHECK_FALSE(fault_in(Recipe{}));
  CHECK_FALSE(incompatibility(Recipe{}, Recipe{}));
}

TEST_CASE("a field out of its range is named") {
  const auto [field, change] = GENERATE(values<Change>({
      {"shingle_words", [](Recipe& r) { r.shingle_words = 0; }},
      {"shingle_words", [](Recipe& r) { r.shingle_words = 33; }},
      {"minhash_slots", [](Recipe& r) { r.minhash_slots = 8; }},
      {"minhash_slots", [](Recipe& r) { r.minhash_slots = 100; }},
      {"minhash_slots", [](Recipe& r) { r.minhash_slots = 2048; }},
      {"minhash_slots", [](Recipe& r) { r.minhash_slots = -64; }},
      {"sample_one_in", [](Recipe& r) { r.sample_one_in = 0; }},
      {"sample_floor", [](Recipe& r) { r.sample_floor = 0; }},
      {"spread_rate", [](Recipe& r) { r.spread_rate = 0; }},
  }));
  Recipe recipe;
  change(recipe);
  const auto fault = fault_in(recipe);
  REQUIRE(fault);
  CHECK(fault->code == ErrorCode::InvalidArgument);
  CHECK_THAT(fault->message, Catch::StartsWith(field + " is "));
}

TEST_CASE("two recipes that differ in any field never compare, and the error names the field") {
  const auto [field, change] = GENERATE(values<Change>({
      {"text", [](Recipe& r) { r.text = "other"; }},
      {"unicode", [](Recipe& r) { r.unicode = "9.0"; }},
      {"shingle_words", [](Recipe& r) { r.shingle_words = 4; }},
      {"seed", [](Recipe& r) { r.seed = 1; }},
      {"minhash_slots", [](Recipe& r) { r.minhash_slots = 64; }},
      {"sample_one_in", [](Recipe& r) { r.sample_one_in = 16; }},
      {"sample_floor", [](Recipe& r) { r.sample_floor = 8; }},
      {"spread_rate", [](Recipe& r) { r.spread_rate = 50; }},
  }));
  Recipe theirs;
  change(theirs);
  const auto error = incompatibility(Recipe{}, theirs);
  REQUIRE(error);
  CHECK(error->code == ErrorCode::Incompatible);
  CHECK_THAT(error->message, Catch::StartsWith("recipes differ in " + field + ": "));
}

TEST_CASE("an incompatibility shows both values") {
  Recipe theirs;
  theirs.shingle_words = 7;
  CHECK(incompatibility(Recipe{}, theirs)->message == "recipes differ in shingle_words: 5 here, 7 there");
}

}  // namespace wireprint
