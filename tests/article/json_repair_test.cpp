#include <catch2/catch.hpp>
#include <random>

#include "article/json_repair.hpp"
#include "support/parse_jsonl.hpp"

namespace wireprint {
namespace {

#define FFFD "\xef\xbf\xbd"

/// The body that stands in the line, which needs repair.
std::string repaired_body(std::string_view body, std::string_view before = "") {
  auto read = test::parse_jsonl(std::string(before) + "{\"body\":\"" + std::string(body) + "\"}", {});
  if (!read) FAIL(read.error().describe());
  CHECK(read->repaired);
  return read->article.body;
}

}  // namespace

TEST_CASE("a line without fault is not said to be repaired") {
  const auto read = test::parse_jsonl("{\"body\":\"caf\xc3\xa9 \\ud83d\\ude00 \\u0007 \\\\ud800\"}", {});
  REQUIRE(read);
  CHECK_FALSE(read->repaired);
  CHECK(read->article.body == "caf\xc3\xa9 \xf0\x9f\x98\x80 \x07 \\ud800");
}

TEST_CASE("a byte order mark is taken off") { CHECK(repaired_body("a", "\xef\xbb\xbf") == "a"); }

TEST_CASE("invalid bytes become one replacement for each maximal subpart") {
  CHECK(repaired_body("a\xff" "b") == "a" FFFD "b");
  CHECK(repaired_body("\xe2\x82") == FFFD);  // cut by a limit on bytes
  // The examples of the Unicode Standard 15, tables 3-8 to 3-11.
  CHECK(repaired_body("\xc0\xaf\xe0\x80\xbf\xf0\x81\x82" "A") == FFFD FFFD FFFD FFFD FFFD FFFD FFFD FFFD "A");
  CHECK(repaired_body("\xed\xa0\x80\xed\xbf\xbf\xed\xaf" "A") == FFFD FFFD FFFD FFFD FFFD FFFD FFFD FFFD "A");
  CHECK(repaired_body("\xf4\x91\x92\x93\xff" "A\x80\xbf" "B") == FFFD FFFD FFFD FFFD FFFD "A" FFFD FFFD "B");
  CHECK(repaired_body("\xe1\x80\xe2\xf0\x91\x92\xf1\xbf" "A") == FFFD FFFD FFFD FFFD "A");
}

TEST_CASE("lone surrogates become replacements, pairs stay") {
  CHECK(repaired_body("\\ud800") == FFFD);
  CHECK(repaired_body("\\uDC00x") == FFFD "x");
  CHECK(repaired_body("\\ud800\\ud83d\\ude00") == FFFD "\xf0\x9f\x98\x80");
  CHECK(repaired_body("\\udc00\\ud800\\u0041") == FFFD FFFD "A");
  CHECK(repaired_body("\\\\\\udfff\\\"") == "\\" FFFD "\"");
}

TEST_CASE("raw control characters inside strings are kept, NUL too") {
  CHECK(repaired_body("a\tb\x1f") == "a\tb\x1f");
  CHECK(repaired_body(std::string_view("a\0b", 3)) == std::string("a\0b", 3));
}

TEST_CASE("numbers that no parser takes are mended, and the rest of the record is read") {
  for (const char* value : {"NaN", "-Infinity", "123456789012345678901234567890", "-98765432109876543210", "1e999", "[NaN,1]"}) {
    const auto read = test::parse_jsonl(std::string("{\"views\":") + value + ",\"body\":\"a NaN\"}", {});
    REQUIRE(read);
    CHECK(read->repaired);
    CHECK(read->article.body == "a NaN");
  }
}

TEST_CASE("an id of more than 64 bits is a text") {
  const auto read = test::parse_jsonl("{\"id\":123456789012345678901234567890,\"body\":\"a\"}", {});
  REQUIRE(read);
  CHECK(read->article.key.text == "123456789012345678901234567890");
  CHECK_FALSE(read->article.key.number);
}

TEST_CASE("several faults in one line are mended together") {
  CHECK(repaired_body("a\tb\xff\\ud800", "\xef\xbb\xbf") == "a\tb" FFFD FFFD);
}

TEST_CASE("what repair cannot mend is still an error") {
  CHECK_FALSE(test::parse_jsonl("\xef\xbb\xbf{\"body\":\"a\\\tb\"}", {}));
  CHECK_FALSE(test::parse_jsonl(std::string("{\0}", 3), {}));
  CHECK_FALSE(test::parse_jsonl("\xff\xfe{", {}));
  CHECK_FALSE(test::parse_jsonl("{\"id\":NaN1}", {}));
  CHECK_FALSE(test::parse_jsonl("{\"id\":000000000000000000000000001}", {}));
}

TEST_CASE("any bytes inside a string can be read after repair") {
  std::mt19937 random(5);
  for (int round = 0; round < 2000; ++round) {
    std::string body;
    while (body.size() < 40) {
      const auto c = static_cast<char>(random());
      if (c != '"' && c != '\\') body += c;
    }
    REQUIRE(test::parse_jsonl("{\"body\":\"" + body + "\"}", {}));
  }
}

TEST_CASE("binary rubbish gives an error, never a crash") {
  std::mt19937 random(6);
  for (int round = 0; round < 2000; ++round) {
    std::string line(random() % 200, '\0');
    for (auto& c : line) c = static_cast<char>(random());
    REQUIRE_FALSE(test::parse_jsonl(line, {}));
  }
}

TEST_CASE("repair of what it has repaired finds nothing more") {
  const auto once = repair_json("\xef\xbb\xbf{\"a\":\"\t\xff\\udc00\"}");
  REQUIRE(once);
  CHECK(*once == "{\"a\":\"\\u0009" FFFD "\\ufffd\"}");
  CHECK_FALSE(repair_json(*once));
}

}  // namespace wireprint
