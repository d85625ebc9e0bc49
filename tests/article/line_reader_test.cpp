#include "wireprint/article/line_reader.hpp"

#include <catch2/catch.hpp>
#include <vector>

#include "support/compressed.hpp"
#include "support/temp_dir.hpp"

namespace wireprint {
namespace {

using Lines = std::vector<std::string>;

LineReader reader_of(const test::TempDir& dir, std::string_view bytes, std::size_t max_record = kDefaultMaxRecord) {
  auto source = ByteSource::open(dir.write("lines", bytes));
  REQUIRE(source);
  return {std::move(*source), "lines", max_record};
}

/// Lines, and errors as "line: message".
Lines all_of(LineReader reader) {
  Lines lines;
  for (;;) {
    auto line = reader.next();
    if (!line) lines.push_back(line.error().describe());
    if (line && !*line) return lines;
    if (line) lines.push_back((*line)->bytes);
  }
}

Lines cut(std::string_view bytes) { return all_of(reader_of(test::TempDir{}, bytes)); }

}  // namespace

TEST_CASE("lines end with LF or CR LF, the last one also with the file") {
  CHECK(cut("one\ntwo\r\nthree") == Lines{"one", "two", "three"});
  CHECK(cut("one\n") == Lines{"one"});
  CHECK(cut("one\r") == Lines{"one"});
  CHECK(cut("\n\r\n \n") == Lines{"", "", " "});
  CHECK(cut("").empty());
}

TEST_CASE("a CR inside a line and NUL bytes are kept") {
  const std::string bytes("a\rb\0c\r\r\n", 8);
  CHECK(cut(bytes) == Lines{std::string("a\rb\0c\r", 6)});
}

TEST_CASE("lines are numbered from one, empty ones too") {
  const test::TempDir dir;
  auto reader = reader_of(dir, "one\n\nthree\n");
  CHECK((*reader.next())->number == 1);
  CHECK((*reader.next())->number == 2);
  CHECK((*reader.next())->number == 3);
  CHECK_FALSE(*reader.next());
  CHECK_FALSE(*reader.next());
}

TEST_CASE("a line longer than every buffer is one line") {
  const std::string line(3'000'000, 'x');
  CHECK(cut(test::gzip("a\n" + line + "\nb")) == Lines{"a", line, "b"});
}

TEST_CASE("lines are cut alike wherever the buffers end") {
  const std::string bytes = test::noise(2'000'000);
  Lines expected;
  for (std::size_t at = 0; at < bytes.size(); at += 100) expected.push_back(bytes.substr(at, 99));
  CHECK(cut(bytes) == expected);
  CHECK(cut(test::zstd(bytes)) == expected);
}

TEST_CASE("a line over the limit is refused by number, and the next is read") {
  const test::TempDir dir;
  const std::string longest(1000, 'x');
  const Lines expected{"lines:1: the line has 1001 bytes, at most 1000 are read", longest, "b",
                       "lines:4: the line has 900000 bytes, at most 1000 are read"};
  CHECK(all_of(reader_of(dir, longest + "x\n" + longest + "\nb\n" + std::string(900'000, 'y'), 1000)) == expected);
}

TEST_CASE("the line that damage cuts is given before the error, and then comes the end") {
  const test::TempDir dir;
  const std::string packed = test::gzip("one\ntwo") + test::gzip("lost").substr(0, 10);
  const Lines lines = all_of(reader_of(dir, packed));
  REQUIRE(lines.size() == 3);
  CHECK(lines[0] == "one");
  CHECK(lines[1] == "two");
  CHECK_THAT(lines[2], Catch::Contains("gzip stream is truncated: more was expected after byte 37"));
}

}  // namespace wireprint
