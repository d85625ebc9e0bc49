#include "wireprint/sketch/recipe_text.hpp"

#include <catch2/catch.hpp>

namespace wireprint {
namespace {

RunRecipe unlike_the_default() {
  RunRecipe run;
  run.recipe = {"wireprint-text-1", "15.0", 7, 18446744073709551615U, 256, 16, 24, 50};
  run.banding_recall = 0.991;
  return run;
}

}  // namespace

TEST_CASE("a recipe that was written is read as it was") {
  CHECK(recipe_from_text(to_text(unlike_the_default())) == unlike_the_default());
  CHECK(recipe_from_text(to_text({})) == RunRecipe{});
}

TEST_CASE("what a recipe's text does not say has its default") {
  const auto run = recipe_from_text(R"({"schema": "wireprint.recipe/1", "minhash_slots": 64})");
  REQUIRE(run);
  CHECK(run->recipe.minhash_slots == 64);
  CHECK(run->recipe.shingle_words == 5);
}

TEST_CASE("a recipe's text that is none is refused with the reason") {
  const auto reason = [](const char* text) { return recipe_from_text(text).error().message; };
  CHECK_THAT(reason("{"), Catch::Contains("no JSON object"));
  CHECK_THAT(reason("{}"), Catch::Contains("its schema is not wireprint.recipe/1"));
  CHECK_THAT(reason(R"({"schema": "wireprint.recipe/1", "slots": 64})"), Catch::Contains("no field 'slots'"));
  CHECK_THAT(reason(R"({"schema": "wireprint.recipe/1", "seed": "x"})"), Catch::Contains("'seed' has a value of another type"));
  CHECK_THAT(reason(R"({"schema": "wireprint.recipe/1", "minhash_slots": 4294967424})"), Catch::Contains("another type"));
  CHECK_THAT(reason(R"({"schema": "wireprint.recipe/1", "minhash_slots": 100})"), Catch::Contains("power of two"));
  CHECK_THAT(reason(R"({"schema": "wireprint.recipe/1", "banding_recall": 1.5})"), Catch::Contains("banding_recall"));
}

}  // namespace wireprint
