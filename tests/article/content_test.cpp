#include "article/content.hpp"

#include <catch2/catch.hpp>

namespace wireprint {
namespace {

const FieldMap kMap{FieldNames{}};

/// The format, "binary", or "more" where more is needed to tell.
std::string told(std::string_view head, std::string_view name = "x", bool whole = true) {
  const auto content = tell_content(head, whole, name, kMap);
  if (!content) return "more";
  if (content->kind == Content::Kind::Binary) return "binary";
  return std::string(name_of(content->format)) + (content->delimiter == ';' ? ";" : "");
}

}  // namespace

TEST_CASE("objects a line are JSONL, over several lines they are JSON") {
  CHECK(told("{\"id\":1}\n{\"id\":2}\n") == "jsonl");
  CHECK(told("\xef\xbb\xbf \n{\"id\":1}") == "jsonl");
  CHECK(told("{\n  \"id\": 1\n}\n") == "json");
  CHECK(told("{\n}\n") == "json");
  CHECK(told("{\n{\n") == "jsonl");
  CHECK(told("{\"id\":\n{\"id\":2}\n") == "jsonl");
}

TEST_CASE("an array of objects is JSON, a bracket before a word is not") {
  CHECK(told("[{\"id\":1}]") == "json");
  CHECK(told("[\n\n  {") == "json");
  CHECK(told("[]") == "json");
  CHECK(told("[Photo] The mayor opened a bridge.") == "text");
}

TEST_CASE("a header with known names makes a table, by whatever delimiter") {
  CHECK(told("id,body\n1,x\n") == "csv");
  CHECK(told("Title;Text\nx;y\n") == "csv;");
  CHECK(told("guid\tmaintext\n1\tx\n") == "tsv");
  CHECK(told("\"id\",\"a, b\",\"date\"\n") == "csv");
}

TEST_CASE("a header without a known name makes a table where the next row fits it, or the name says so") {
  CHECK(told("nr,wer,was\n1,a,b\n") == "csv");
  CHECK(told("nr,wer,was\n1,a\n") == "text");
  CHECK(told("nr,wer,was\n1,a,b\n", "x.txt") == "text");
  CHECK(told("nr;was\n1;a\n", "x.CSV") == "csv;");
  CHECK(told("nr\n1\n", "x.tsv.gz") == "tsv");
}

TEST_CASE("prose is text, however many commas it has") {
  CHECK(told("LONDON, March 3, the mayor said, was quiet.\nIt rained, he said, and rained.\n") == "text");
  CHECK(told("One line") == "text");
  CHECK(told("") == "jsonl");
  CHECK(told("", "x.txt") == "text");
}

TEST_CASE("a broken first line does not hide that lines are objects") { CHECK(told("garbage\n{\"id\":1}\n{\"id\":2}\n") == "jsonl"); }

TEST_CASE("what is no UTF-8 is binary, a few broken letters are not") {
  CHECK(told(std::string(100, '\0')) == "binary");
  CHECK(told("\x89PNG\r\n\x1a\n\x00\x00\xff\xfe\xfd") == "binary");
  CHECK(told("a long line of Latin letters with one caf\xe9 in it\n") == "text");
}

TEST_CASE("a few bytes are not enough to tell while there are more") {
  CHECK(told("", "x", false) == "more");
  CHECK(told("{\"id\":", "x", false) == "more");
  CHECK(told("[", "x", false) == "more");
  CHECK(told("id,bo", "x", false) == "more");
  CHECK(told("{\"id\":1}\n", "x", false) == "jsonl");
}

}  // namespace wireprint
