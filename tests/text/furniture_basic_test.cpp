#include <catch2/catch.hpp>

#include "text/furniture_support.hpp"

namespace wireprint {

using test::found_in;
using test::story;
using Lines = std::vector<std::string>;

TEST_CASE("plain story has no furniture") { CHECK(found_in(story()) == Lines{}); }
TEST_CASE("a body without text has no furniture") {
  CHECK(found_in("").empty());
  CHECK(found_in(" \n\r\n \n").empty());
}

TEST_CASE("a dateline is taken to its dash and not further") {
  CHECK(found_in("WASHINGTON (AP) — " + story()) == Lines{"dateline: WASHINGTON (AP) —"});
}

}  // namespace wireprint
