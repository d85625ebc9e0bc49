#include "wireprint/text/tokenizer.hpp"

#include <catch2/catch.hpp>

#include <string>
#include <vector>

#include "wireprint/base/hash.hpp"

namespace wireprint {
namespace {

std::vector<std::string> sources(const std::string& text) {
  std::vector<std::string> found;
  for (const auto range : tokenize(text).ranges) found.push_back(text.substr(range.begin, range.end - range.begin));
  return found;
}

using Words = std::vector<std::string>;

}  // namespace

TEST_CASE("a word is a run of letters, digits and marks") {
  CHECK(sources("Hello, World-wide web2.") == Words{"Hello", "World", "wide", "web2"});
  CHECK(sources("и\u0301 हिन्दी") == Words{"и\u0301", "हिन्दी"});
  CHECK(sources(" .,'\"—!") == Words{});
  CHECK(sources("").empty());
}

TEST_CASE("a token's hash is that of its normalised text") {
  const auto tokens = tokenize("Über ’ne Straße");
  CHECK(tokens.hashes == std::vector{hash_token("uber"), hash_token("ne"), hash_token("strasse")});
}

TEST_CASE("an apostrophe of any shape joins two letters and nothing else") {
  CHECK(sources("don’t O'Neill l`eau ім'я") == Words{"don’t", "O'Neill", "l`eau", "ім'я"});
  CHECK(sources("'tis the boys' 90's rock''n") == Words{"tis", "the", "boys", "90", "s", "rock", "n"});
  CHECK(tokenize("don’t").hashes == tokenize("DON'T").hashes);
}

TEST_CASE("a point or comma joins two digits and nothing else") {
  CHECK(sources("3,000 1.5 ١٢,٣ ３．１") == Words{"3,000", "1.5", "١٢,٣", "３．１"});
  CHECK(sources("U.S. a,b 1,a 5. 1..2 12:30") == Words{"U", "S", "a", "b", "1", "a", "5", "1", "2", "12", "30"});
}

TEST_CASE("Han and Kana give bigrams, a lone one is a token") {
  CHECK(sources("中国新闻") == Words{"中国", "国新", "新闻"});
  CHECK(sources("中 タワー") == Words{"中", "タワ", "ワー"});
  CHECK(sources("iPhone手机15年") == Words{"iPhone", "手机", "15", "年"});
  CHECK(sources("，中。") == Words{"中"});
}

TEST_CASE("bigrams are of grapheme clusters, not of code points") {
  CHECK(sources("น้ำกิน") == Words{"น้ำ", "ำกิ", "กิน"});  // SARA AM is a mark and a letter by compatibility
  CHECK(sources("か\u3099き") == Words{"か\u3099き"});
  CHECK(sources("ខ្មែរ").size() == 2);
}

TEST_CASE("a token's range takes in the marks and ignorables between its letters") {
  const auto tokens = tokenize("x cafe\u0301 co\u00adop\u00ad y");
  REQUIRE(tokens.size() == 4);
  CHECK(tokens.ranges[1] == TextRange{2, 8});
  CHECK(tokens.ranges[2] == TextRange{9, 15});
}

TEST_CASE("invalid bytes part words and are counted") {
  const std::string text = "one\xfftwo\xe2\x80three";
  CHECK(sources(text) == Words{"one", "two", "three"});
  CHECK(tokenize(text).repaired == 2);
  std::vector<std::uint64_t> hashes;
  CHECK(hash_tokens(text, hashes) == 2);
}

TEST_CASE("the Unicode version is that of the tables") { CHECK(unicode_version() == "15.0"); }

}  // namespace wireprint
