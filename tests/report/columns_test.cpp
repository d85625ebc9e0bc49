#include "report/columns.hpp"

#include <catch2/catch.hpp>

namespace wireprint {

TEST_CASE("a wide character takes two columns and a mark none") {
  CHECK(display_width("bridge") == 6);
  CHECK(display_width("大桥") == 4);
  CHECK(display_width("e\u0301") == 1);
  CHECK(display_width("\xFF") == 1);
}

TEST_CASE("a text is cut to its columns between characters") {
  CHECK(shortened("bridge", 6) == "bridge");
  CHECK(shortened("bridges", 6) == "bridg…");
  CHECK(shortened("大桥将关闭", 6) == "大桥…");
  CHECK(display_width(padded("大桥", 7)) == 7);
}

TEST_CASE("line breaks and control characters become one space, none at the ends") {
  CHECK(one_line(" a\n\n b\x1B[31m\tc ") == "a b [31m c");
  CHECK(one_line("\u2028 \n").empty());
}

TEST_CASE("text is wrapped between words, and a long word within itself") {
  CHECK(wrapped("the bridge is shut", 10) == std::vector<std::string>{"the bridge", "is shut"});
  CHECK(wrapped("abcdefgh", 3) == std::vector<std::string>{"abc", "def", "gh"});
  CHECK(wrapped("大桥将关闭", 4) == std::vector<std::string>{"大桥", "将关", "闭"});
  CHECK(wrapped("大桥", 1) == std::vector<std::string>{"大", "桥"});
  CHECK(wrapped("", 10).empty());
}

TEST_CASE("columns of a table start below each other") {
  Table table;
  table.add({"大桥", "1", "x"});
  table.add({"a", "200", ""});
  CHECK(table.lines() == std::vector<std::string>{"大桥  1    x", "a     200"});
}

}  // namespace wireprint
