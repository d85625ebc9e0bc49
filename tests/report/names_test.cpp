#include <catch2/catch.hpp>
#include <fstream>
#include <set>
#include <sstream>

#include "wireprint/report/run.hpp"
#include "wireprint/report/schema.hpp"

namespace wireprint {
namespace {

std::string format_document() {
  std::ifstream file(WIREPRINT_SOURCE_DIR "/core/src/report/FORMAT.md");
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

}  // namespace

TEST_CASE("every reason is in the documented table with its sentence, and in the schema") {
  const std::string document = format_document();
  for (int i = 0; i <= static_cast<int>(Reason::FurnitureOnly); ++i) {
    const auto reason = static_cast<Reason>(i);
    CHECK_THAT(document, Catch::Contains("| `" + std::string(name_of(reason)) + "` | " + std::string(meaning_of(reason)) + " |"));
    CHECK_THAT(std::string(*schema("match")), Catch::Contains('"' + std::string(name_of(reason)) + '"'));
  }
}

TEST_CASE("the schemas are known by name, and no other is") {
  for (const std::string_view name : schema_names()) {
    REQUIRE(schema(name));
    CHECK_THAT(std::string(*schema(name)), Catch::Contains("\"wireprint." + std::string(name) + "/1\""));
  }
  CHECK_FALSE(schema("nonsense"));
}

}  // namespace wireprint
