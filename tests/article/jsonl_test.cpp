#include <catch2/catch.hpp>

#include "support/parse_jsonl.hpp"

namespace wireprint {
namespace {

Article parsed(std::string line) {
  auto read = test::parse_jsonl(std::move(line), {.file = "news.jsonl", .line = 3});
  if (!read) FAIL(read.error().describe());
  return read->article;
}

std::string refused(std::string line) {
  const auto read = test::parse_jsonl(std::move(line), {.file = "news.jsonl", .line = 3});
  REQUIRE_FALSE(read);
  CHECK(read.error().code == ErrorCode::BadInput);
  return read.error().describe();
}

}  // namespace

TEST_CASE("every field of a line lands in its place") {
  const Article a = parsed(R"({"id":"k1","outlet":"Harbour Post","published":"2021-02-25","headline":"Tide\u00e9","body":"a\nb",)"
                           R"("language":"en","url":"http://x.example/1","byline":"By Ann Oar","author":"Ann Oar",)"
                           R"("copyright":"(c) Harbour","updated":"2021-02-26T10:00:00Z","section":{"deep":[1,2.5,null]}})");
  CHECK(a.key == Key{"k1"});
  CHECK(a.outlet == "Harbour Post");
  CHECK(a.published.iso8601() == "2021-02-25");
  CHECK(a.published_as_read == "2021-02-25");
  CHECK(a.headline == "Tide\xc3\xa9");
  CHECK(a.body == "a\nb");
  CHECK(a.language == "en");
  CHECK(a.url == "http://x.example/1");
  CHECK(a.byline == "By Ann Oar");
  CHECK(a.author == "Ann Oar");
  CHECK(a.copyright == "(c) Harbour");
  CHECK(a.updated.iso8601() == "2021-02-26T10:00:00Z");
  CHECK(a.where == Location{.file = "news.jsonl", .line = 3});
}

TEST_CASE("names of fields are known in any case") {
  const Article a = parsed(R"({"ID":"k","Headline":"h","bOdY":"b","bodies":"no","bod":"no"})");
  CHECK(a.key.text == "k");
  CHECK(a.headline == "h");
  CHECK(a.body == "b");
}

TEST_CASE("a key is a string or an integer, and one key in both ways") {
  CHECK(parsed(R"({"id":7})").key == parsed(R"({"id":"7"})").key);
  CHECK(parsed(R"({"id":7})").key.number);
  CHECK_FALSE(parsed(R"({"id":"7"})").key.number);
  CHECK(parsed(R"({"id":-12})").key.text == "-12");
  CHECK(parsed(R"({"id":18446744073709551615})").key.text == "18446744073709551615");
}

TEST_CASE("a field that is missing or null is empty, a body too") {
  const Article a = parsed(R"({"id":"k","body":null,"headline":null})");
  CHECK(a.body.empty());
  CHECK(a.headline.empty());
  CHECK(a.outlet.empty());
  CHECK_FALSE(a.published.known());
}

TEST_CASE("a missing, null or empty key is made of the article, the same each time") {
  const std::string rest = R"("outlet":"o","published":"p","headline":"h","body":"b"})";
  const Key key = parsed("{" + rest).key;
  CHECK(key.text.size() == 33);
  CHECK(key.text.front() == '~');
  CHECK(parsed(R"({"id":null,)" + rest).key == key);
  CHECK(parsed(R"({"url":"u","id":"",)" + rest).key == key);
}

TEST_CASE("a made key tells in which field a word stands") {
  const Key key = parsed(R"({"outlet":"ab","headline":"c"})").key;
  CHECK(parsed(R"({"outlet":"a","headline":"bc"})").key != key);
  CHECK(parsed(R"({"outlet":"abc"})").key != parsed(R"({"headline":"abc"})").key);
  CHECK(parsed(R"({"published":"abc"})").key != parsed(R"({"body":"abc"})").key);
}

TEST_CASE("the made key of an article never changes") { CHECK(parsed(R"({"body":"b"})").key.text == "~b335c1142914d2d6f77f26d8d8cf05e8"); }

TEST_CASE("of two fields of one name the first that holds something counts") {
  const Article a = parsed(R"({"id":1,"id":2,"body":null,"body":"","Body":"first","body":"second","body":3})");
  CHECK(a.key.text == "1");
  CHECK(a.body == "first");
}

TEST_CASE("a field of the wrong type is refused by the name that the input gives it") {
  CHECK(refused(R"({"id":1,"Body":{"html":"x"}})") == "news.jsonl:3: field 'Body': expected a string, found an object");
  CHECK(refused(R"({"headline":["a"]})") == "news.jsonl:3: field 'headline': expected a string, found an array");
  CHECK(refused(R"({"outlet":5.5})") == "news.jsonl:3: field 'outlet': expected a string or an integer, found a number");
  CHECK(refused(R"({"url":5})") == "news.jsonl:3: field 'url': expected a string, found a number");
  CHECK(refused(R"({"published":true})") == "news.jsonl:3: field 'published': expected a string, found a boolean");
  CHECK(refused(R"({"id":1.5})") == "news.jsonl:3: field 'id': expected a string or an integer, found a number");
}

TEST_CASE("dates may be numbers") {
  CHECK(parsed(R"({"published":1614247500})").published.iso8601() == "2021-02-25T10:05:00Z");
  CHECK(parsed(R"({"published":1614247500000})").published.iso8601() == "2021-02-25T10:05:00Z");
  CHECK(parsed(R"({"published":1614247500.75})").published.iso8601() == "2021-02-25T10:05:00Z");
  CHECK(parsed(R"({"published":1614247500.0})").published.iso8601() == "2021-02-25T10:05:00Z");
  CHECK(parsed(R"({"published":20210225})").published_as_read == "20210225");
}

TEST_CASE("a date that is not understood is kept as read") {
  const Article a = parsed(R"({"published":"the day of the flood"})");
  CHECK_FALSE(a.published.known());
  CHECK(a.published_as_read == "the day of the flood");
}

TEST_CASE("what is JSON but no object is refused") {
  CHECK(refused("[1]") == "news.jsonl:3: expected an object, found an array");
  CHECK(refused("\"a\"") == "news.jsonl:3: expected an object, found a string");
  CHECK(refused("null") == "news.jsonl:3: expected an object, found null");
}

TEST_CASE("what is not JSON is refused") {
  const std::string line = GENERATE("", "{", "{}{}", R"({"a":nan})", R"({"a":"b)", R"({"a":"\x"})", R"({"id":1,})", "id,body", "{'a':1}");
  CHECK_THAT(refused(line), Catch::StartsWith("news.jsonl:3: not JSON: "));
}

TEST_CASE("deep nesting is refused, not a crash") {
  const std::size_t depth = GENERATE(2000, 1'000'000);
  CHECK_THAT(refused(R"({"a":)" + std::string(depth, '[') + std::string(depth, ']') + "}"), Catch::Contains("not JSON"));
  CHECK_THAT(refused(std::string(depth, '{')), Catch::Contains("not JSON"));
}

TEST_CASE("a record of many megabytes is read, and a small one after it") {
  const std::string body(20'000'000, 'x');
  CHECK(parsed(R"({"body":")" + body + "\"}").body == body);
  CHECK(parsed(R"({"body":"y"})").body == "y");
}

}  // namespace wireprint
