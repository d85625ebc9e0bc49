#include "wireprint/article/article_reader.hpp"

#include <catch2/catch.hpp>

#include "support/compressed.hpp"
#include "support/temp_dir.hpp"
#include "wireprint/base/executor.hpp"

namespace wireprint {
namespace {

using Seen = std::vector<std::string>;

/// What an outcome is about: the key, or the whole message.
std::string told(const Result<Article>& article) { return article ? article->key.text : article.error().describe(); }

Seen all_of(ArticleReader& reader) {
  Seen seen;
  while (const auto article = reader.next()) seen.push_back(told(*article));
  return seen;
}

std::string lines_with_keys(int from, int to) {
  std::string lines;
  for (int key = from; key < to; ++key) lines += "{\"id\":" + std::to_string(key) + ",\"body\":\"the mayor opened a bridge\"}\n";
  return lines;
}

}  // namespace

TEST_CASE("inputs are read in their order, each in its own way of compression") {
  const test::TempDir dir;
  ArticleReader reader({dir.write("b", test::gzip(lines_with_keys(0, 2))), dir.write("a", lines_with_keys(2, 3)),
                        dir.write("c", test::zstd(lines_with_keys(3, 5)))});
  CHECK(all_of(reader) == Seen{"0", "1", "2", "3", "4"});
  CHECK_FALSE(reader.next_record());
}

TEST_CASE("an article knows its file and line") {
  const test::TempDir dir;
  const std::string path = dir.write("a", "\r\n \t\n{\"id\":1}\r\n");
  ArticleReader reader({path});
  const auto article = reader.next();
  REQUIRE(article);
  CHECK((*article)->where == Location{.file = path, .line = 3});
}

TEST_CASE("no input, empty files and blank lines make no record") {
  const test::TempDir dir;
  ArticleReader none({});
  CHECK(all_of(none).empty());
  ArticleReader blank({dir.write("a", ""), dir.write("b", "\n \r\n\t"), dir.write("c", "\xef\xbb\xbf\r\n")});
  CHECK(all_of(blank).empty());
  CHECK(blank.counts().records == 0);
}

TEST_CASE("a bad record is reported with its place, and the next is read") {
  const test::TempDir dir;
  const std::string path = dir.write("a", "{\"id\":1}\n{\"id\":2,\"body\":[]}\n{\n{\"id\":4}");
  ArticleReader reader({path});
  const Seen seen = all_of(reader);
  REQUIRE(seen.size() == 4);
  CHECK(seen[1] == path + ":2: field 'body': expected a string, found an array");
  CHECK_THAT(seen[2], Catch::StartsWith(path + ":3: not JSON"));
  CHECK(seen[3] == "4");
  CHECK(reader.counts().records == 4);
  CHECK(reader.counts().bad_records == 2);
}

TEST_CASE("files that cannot be opened are reported, and the next is read") {
  const test::TempDir dir;
  ArticleReader reader({dir.path("none"), dir.write("a", lines_with_keys(1, 2))});
  CHECK(all_of(reader) == Seen{dir.path("none") + ": cannot open: No such file or directory", "1"});
  CHECK(reader.counts().files == 2);
  CHECK(reader.counts().bad_files == 1);
  CHECK(reader.counts().records == 1);
  CHECK(reader.counts().bad_records == 0);
}

TEST_CASE("of a truncated file all whole records are read, then the next file") {
  const test::TempDir dir;
  const std::string packed = test::gzip(lines_with_keys(0, 3)) + test::gzip(lines_with_keys(3, 4)).substr(0, 8);
  ArticleReader reader({dir.write("cut", packed), dir.write("a", lines_with_keys(7, 8))});
  const Seen seen = all_of(reader);
  REQUIRE(seen.size() == 5);
  CHECK(Seen(seen.begin(), seen.begin() + 3) == Seen{"0", "1", "2"});
  CHECK_THAT(seen[3], Catch::StartsWith(dir.path("cut") + ": gzip stream is truncated"));
  CHECK(seen[4] == "7");
  CHECK(reader.counts().bad_files == 1);
}

TEST_CASE("a record over the limit is a bad record of its own") {
  const test::TempDir dir;
  const std::string path = dir.write("a", "{\"body\":\"" + std::string(5000, 'x') + "\"}\n{\"id\":2}\n");
  ArticleReader reader({path}, ReaderOptions{.max_record = 1000});
  CHECK(all_of(reader) == Seen{path + ":1: the line has 5011 bytes, at most 1000 are read", "2"});
  CHECK(reader.counts().bad_records == 1);
  CHECK(reader.counts().bad_files == 0);
}

TEST_CASE("a record that had to be repaired is counted") {
  const test::TempDir dir;
  ArticleReader reader({dir.write("a", "\xef\xbb\xbf{\"id\":1}\n{\"id\":2}\n{\"id\":\"3\xff\"}\n\t{\"id\":4,\"body\":\"\xff\n")});
  CHECK(all_of(reader).size() == 4);
  CHECK(reader.counts().records == 4);
  CHECK(reader.counts().repaired == 2);
  CHECK(reader.counts().bad_records == 1);
}

TEST_CASE("progress runs from nothing to the size of all files") {
  const test::TempDir dir;
  const std::string a = test::gzip(lines_with_keys(0, 5000)), b = lines_with_keys(0, 5000);
  ArticleReader reader({dir.write("a", a), dir.write("b", b)});
  CHECK(reader.progress().done == 0);
  for (std::uint64_t last = 0; reader.next(); last = reader.progress().done) REQUIRE(reader.progress().done >= last);
  CHECK(reader.progress().stage == "read");
  CHECK(reader.progress().done == a.size() + b.size());
  CHECK(reader.progress().total == a.size() + b.size());
}

TEST_CASE("the total is not known when an input is no regular file") {
  const test::TempDir dir;
  CHECK(ArticleReader({dir.write("a", "x"), "-"}).progress().total == 0);
  CHECK(ArticleReader({dir.write("a", "x"), dir.path("none")}).progress().total == 0);
}

TEST_CASE("many threads give what one gives, in the same order") {
  const test::TempDir dir;
  const std::string a = dir.write("a", test::zstd(lines_with_keys(0, 3000) + "{\n" + lines_with_keys(0, 10)));
  ArticleReader serial({a, dir.path("none"), a});
  const Seen expected = all_of(serial);

  struct Item {
    RawRecord raw;
    std::string seen = {};
  };
  ArticleReader reader({a, dir.path("none"), a});
  Seen seen;
  const auto next = [&]() -> std::optional<Item> {
    auto raw = reader.next_record();
    return raw ? std::optional(Item{std::move(*raw)}) : std::nullopt;
  };
  Executor(4).ordered<Item>(next, [&](Item& item) { item.seen = told(reader.parse(std::move(item.raw))); },
                            [&](Item&& item) { seen.push_back(std::move(item.seen)); });
  CHECK(seen == expected);
  CHECK(reader.counts().records == serial.counts().records);
  CHECK(reader.counts().bad_records == 2);
  CHECK(reader.counts().bad_files == 1);
}

TEST_CASE("a blank line is a record that cannot be read, for who wants an answer to every line") {
  const test::TempDir dir;
  ArticleReader reader({dir.write("a", "\n{\"id\":1}\n \r\n")}, {.format = InputFormat::Jsonl, .blank_lines = true});
  std::vector<std::uint64_t> lines;
  std::vector<bool> good;
  while (const auto article = reader.next()) {
    good.push_back(article->has_value());
    lines.push_back(*article ? (*article)->where.line : article->error().where.line);
  }
  CHECK(good == std::vector<bool>{false, true, false});
  CHECK(lines == std::vector<std::uint64_t>{1, 2, 3});
  CHECK(reader.counts().bad_records == 2);
}

}  // namespace wireprint
