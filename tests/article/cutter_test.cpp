// Records of JSON arrays and of CSV, wherever the buffers end.
#include <catch2/catch.hpp>

#include "article/record_cutter.hpp"
#include "support/compressed.hpp"
#include "support/temp_dir.hpp"
#include "wireprint/article/reader_options.hpp"

namespace wireprint {
namespace {

using Seen = std::vector<std::string>;

const FieldMap kMap{FieldNames{}};

std::string told(const RawRecord& record) {
  if (record.error) return record.error->describe();
  std::string text = std::to_string(record.where.line) + ":";
  if (record.kind != RawRecord::Kind::Row) return text + record.bytes;
  for (std::size_t i = 0; i < record.ends.size(); ++i) {
    const std::size_t begin = i == 0 ? 0 : record.ends[i - 1];
    text += (i == 0 ? "" : "|") + record.bytes.substr(begin, record.ends[i] - begin);
  }
  return text;
}

CutterInput input_of(const test::TempDir& dir, std::string_view bytes, std::size_t max_record) {
  auto source = ByteSource::open(dir.write("in", bytes));
  REQUIRE(source);
  return {std::move(*source), "in", max_record};
}

Seen all_of(RecordCutter& cutter) {
  Seen seen;
  while (const auto record = cutter.next()) seen.push_back(told(*record));
  CHECK_FALSE(cutter.next());
  return seen;
}

Seen json(std::string_view bytes, std::size_t max_record = kDefaultMaxRecord) {
  const test::TempDir dir;
  return all_of(*make_json_cutter(input_of(dir, bytes, max_record)));
}

Seen csv(std::string_view bytes, std::size_t max_record = kDefaultMaxRecord, char delimiter = ',') {
  const test::TempDir dir;
  return all_of(*make_csv_cutter(input_of(dir, bytes, max_record), delimiter, kMap));
}

}  // namespace

TEST_CASE("elements of an array are cut at their own brackets, and know their line") {
  CHECK(json("[{\"a\":1},\n{\"a\":{\"b\":[]}} , {}]") == Seen{"1:{\"a\":1}", "2:{\"a\":{\"b\":[]}}", "2:{}"});
  CHECK(json("[]").empty());
  CHECK(json(" \n ").empty());
}

TEST_CASE("brackets and quotation marks inside strings cut nothing") {
  CHECK(json(R"([{"a":"]}\"{[","b":"\\"},{}])") == Seen{R"(1:{"a":"]}\"{[","b":"\\"})", "1:{}"});
}

TEST_CASE("values without an array, and several arrays, follow one another") {
  CHECK(json("\xef\xbb\xbf{\n}\n{}[{}][{}]") == Seen{"1:{\n}", "3:{}", "3:{}", "3:{}"});
}

TEST_CASE("elements that are no objects are records too, and rubbish comes to an end") {
  CHECK(json("[1, \"a,]\", null, [2], {}]") == Seen{"1:1", "1:\"a,]\"", "1:null", "1:[2]", "1:{}"});
  CHECK(json("[}{},x{}]") == Seen{"1:}", "1:{}", "1:x", "1:{}"});
}

TEST_CASE("an array that is cut gives what there is, then the error") {
  CHECK(json("[{},{\"a\":") == Seen{"1:{}", "1:{\"a\":", "in: the JSON array is not closed: its end is missing"});
}

TEST_CASE("an element over the limit is refused by its line, and the next is read") {
  CHECK(json("[\n{\"a\":\"" + std::string(5000, 'x') + "\"},{}]", 1000) == Seen{"in:2: the value has 5008 bytes, at most 1000 are read", "2:{}"});
}

TEST_CASE("elements are cut alike wherever the buffers end") {
  std::string bytes = "[";
  Seen expected;
  for (int i = 0; i < 40'000; ++i) {
    const std::string value = "{\"a\\\"\":\"" + std::string(static_cast<std::size_t>(i % 50), '}') + "\\\\\",\"b\":[" + std::to_string(i) + "]}";
    bytes += (i == 0 ? "" : ",") + value;
    expected.push_back("1:" + value);
  }
  CHECK(json(bytes + "]") == expected);
  CHECK(json(test::zstd(bytes + "]")) == expected);
}

TEST_CASE("rows are cut where no quotation mark is open, and know their line") {
  CHECK(csv("id,body\n1,\"a\nb\"\n\n2,\"c\"\"d\"\r\n3,e") == Seen{"2:1|a\nb", "5:2|c\"d", "6:3|e"});
  CHECK(csv("id\tbody\n1\ta,b\n", kDefaultMaxRecord, '\t') == Seen{"2:1|a,b"});
}

TEST_CASE("a header alone makes no record, and neither does nothing") {
  CHECK(csv("id,body\n").empty());
  CHECK(csv("").empty());
}

TEST_CASE("lines of an old Mac are rows too") { CHECK(csv("id,body\r1,a\r2,b\r") == Seen{"1:1|a", "1:2|b"}); }

TEST_CASE("a row over the limit is refused, and the next is read") {
  const std::string cell(3000, 'x');
  CHECK(csv("id,body\n1,\"" + cell + "\n" + cell + "\"\n2,b\n", 4000) ==
        Seen{"in:2: the row has 6006 bytes, at most 4000 are read; is a quotation mark not closed?", "4:2|b"});
}

TEST_CASE("rows are cut alike wherever the buffers end") {
  std::string bytes = "id,body\n";
  Seen expected;
  for (int i = 0; i < 30'000; ++i) {
    const std::string cell(static_cast<std::size_t>(i % 40), 'x');
    bytes += std::to_string(i) + ",\"" + cell + "\"\"\"\n";
    expected.push_back(std::to_string(i + 2) + ":" + std::to_string(i) + "|" + cell + "\"");
  }
  CHECK(csv(bytes) == expected);
  CHECK(csv(test::gzip(bytes)) == expected);
}

}  // namespace wireprint
