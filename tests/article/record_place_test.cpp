// Where a record stands in its file: to be written again, byte for byte.
#include <catch2/catch.hpp>

#include "support/compressed.hpp"
#include "support/temp_dir.hpp"
#include "wireprint/article/article_reader.hpp"

namespace wireprint {
namespace {

using Pieces = std::vector<std::string>;

// The stretches of `bytes` that the reader says its records are; `packed` is how they lie on disk.
Pieces pieces_of(std::string_view bytes, std::string_view packed, const std::string& name = "in") {
  const test::TempDir dir;
  ArticleReader reader({dir.write(name, packed)});
  Pieces pieces;
  while (const auto record = reader.next_record()) {
    if (!record->error) pieces.emplace_back(bytes.substr(record->place.begin, record->place.bytes()));
  }
  return pieces;
}

Pieces pieces_of(std::string_view bytes) { return pieces_of(bytes, bytes); }

}  // namespace

TEST_CASE("the place of a line holds its line break, and the mark in front of the first") {
  CHECK(pieces_of("\xEF\xBB\xBF{\"id\":1}\r\n\n{\"id\":2}\n  \n{\"id\":3}") == Pieces{"\xEF\xBB\xBF{\"id\":1}\r\n", "{\"id\":2}\n", "{\"id\":3}"});
}

TEST_CASE("the place of a value in an array leaves out what stands between values") {
  CHECK(pieces_of("\xEF\xBB\xBF[\n  {\"id\": [1]} ,\n  {\"id\": 2}\n]\n") == Pieces{"{\"id\": [1]}", "{\"id\": 2}"});
}

TEST_CASE("the place of a row holds all of its lines") {
  CHECK(pieces_of("\xEF\xBB\xBFid,body\r\n1,\"two\nlines\"\r\n\r\n2,\"a \"\"word\"\"\"\r\n3,end") == Pieces{"1,\"two\nlines\"\r\n", "2,\"a \"\"word\"\"\"\r\n", "3,end"});
}

TEST_CASE("of rows that end in CR alone no place is known") { CHECK(pieces_of("id,body\n1,one\r2,two\r\n3,three\n") == Pieces{"", "", "3,three\n"}); }

TEST_CASE("the place of a text is all of it") { CHECK(pieces_of("A bridge closes.\nIt opens.\n", "A bridge closes.\nIt opens.\n", "in.txt") == Pieces{"A bridge closes.\nIt opens.\n"}); }

TEST_CASE("places count in what was compressed") {
  const std::string bytes = "{\"id\":1}\n{\"id\":2}\n";
  const std::string first = bytes.substr(0, 9);
  CHECK(pieces_of(bytes, test::gzip(first) + test::gzip(bytes.substr(9))) == Pieces{"{\"id\":1}\n", "{\"id\":2}\n"});
  CHECK(pieces_of(bytes, test::zstd(bytes)) == Pieces{"{\"id\":1}\n", "{\"id\":2}\n"});
}

TEST_CASE("a file that was read is known with its packing, its size and the hash of its bytes") {
  const test::TempDir dir;
  const std::string packed = test::gzip("{\"id\":1}\n");
  ArticleReader reader({dir.path("absent"), dir.write("a.gz", packed), dir.write("b", packed.substr(0, packed.size() - 6))});
  while (reader.next_record()) {
  }
  const auto& files = reader.files();
  REQUIRE(files.size() == 3);
  CHECK_FALSE(files[0].format);
  CHECK(files[1].packing == Packing::Gzip);
  CHECK(files[1].bytes == packed.size());
  CHECK(files[1].hash == hash_bytes_128(packed));
  CHECK(files[1].input == 1);
  CHECK_FALSE(files[2].hash);
}

}  // namespace wireprint
