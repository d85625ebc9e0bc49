#include "text/paragraphs.hpp"

#include <catch2/catch.hpp>

#include "text/key_finder.hpp"

namespace wireprint {

TEST_CASE("paragraphs are lines without their blanks, and empty lines are none") {
  CHECK(paragraphs_of(" a b \r\n\r\n\u3000c\u200F\n \u00A0 \nd") == std::vector<std::string_view>{"a b", "c", "d"});
  CHECK(paragraphs_of("").empty());
}

TEST_CASE("a paragraph points into the text") {
  const std::string_view text = "\n  story";
  CHECK(paragraphs_of(text).front().data() == text.data() + 3);
}

TEST_CASE("the tail of a text starts where a character starts") {
  CHECK(tail_of("aéb", 2) == "b");
  CHECK(tail_of("aéb", 3) == "éb");
  CHECK(tail_of("ab", 5) == "ab");
}

TEST_CASE("every key that a text holds is found, short ones and one at the end too") {
  KeyFinder keys;
  keys.add("quay", 0);
  keys.add("crane", 1);
  keys.add(">", 2);
  keys.add("quartz", 3);
  CHECK(keys.owners_in("the quay >") == KeyFinder::Owners(0b101));
  CHECK(keys.owners_in("cran") == KeyFinder::Owners());
  CHECK(keys.owners_in("") == KeyFinder::Owners());
}

}  // namespace wireprint
