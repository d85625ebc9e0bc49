#include <catch2/catch.hpp>
#include <fstream>
#include <sstream>
#include <string>

#include "support/source_dir.hpp"
#include "wireprint/report/run.hpp"
#include "wireprint/report/schema.hpp"

namespace wireprint {
namespace {

std::string text_of(const std::string& path) {
  std::ifstream file(test::source_dir() + "/core/" + path);
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

// As many as the header explains, so that a new one cannot be forgotten here.
int count_reasons() {
  const std::string header = text_of("include/wireprint/verify/match.hpp");
  const std::size_t begin = header.find("enum class Reason");
  const std::string reasons = header.substr(begin, header.find("};", begin) - begin);
  int count = 0;
  for (std::size_t at = reasons.find("///<"); at != std::string::npos; at = reasons.find("///<", at + 1)) ++count;
  return count;
}

}  // namespace

TEST_CASE("every reason is in the documented table with its sentence, and in the schema") {
  const std::string document = text_of("src/report/FORMAT.md");
  REQUIRE(count_reasons() > 10);
  for (int i = 0; i < count_reasons(); ++i) {
    const auto reason = static_cast<Reason>(i);
    const std::string name(name_of(reason));
    CHECK_THAT(document, Catch::Contains("| `" + name + "` | " + std::string(meaning_of(reason)) + " |"));
    CHECK_THAT(std::string(*schema("match")), Catch::Contains('"' + name + '"'));
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
