#include "wireprint/article/byte_source.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <cstdio>
#include <thread>

#include "support/compressed.hpp"
#include "support/read_all.hpp"
#include "support/temp_dir.hpp"

namespace wireprint {
namespace {

std::string read_whole(const std::string& path) {
  const auto read = test::read_all(path);
  CHECK_FALSE(read.error);
  return read.bytes;
}

}  // namespace

TEST_CASE("a plain file is given as it is, whatever its bytes") {
  const test::TempDir dir;
  std::string bytes = test::noise(1'000'000);
  for (int i = 0; i < 256; ++i) bytes += static_cast<char>(i);
  const std::string start = GENERATE("", "\n", "(\xb5/", "\x1f", "PK\x03\x04");
  CHECK(read_whole(dir.write("plain", start + bytes)) == start + bytes);
}

TEST_CASE("an empty file is at its end at once") {
  const test::TempDir dir;
  auto source = ByteSource::open(dir.write("empty", ""));
  REQUIRE(source);
  CHECK(source->next() == std::string_view{});
  CHECK(source->next() == std::string_view{});
  CHECK(source->bytes_total() == 0);
}

TEST_CASE("compression is known by the first bytes, not by the name") {
  const test::TempDir dir;
  const std::string bytes = test::noise(GENERATE(0, 1, 100, 1'000'000));
  CHECK(read_whole(dir.write("a.txt", test::gzip(bytes))) == bytes);
  CHECK(read_whole(dir.write("b.gz", test::zstd(bytes))) == bytes);
  CHECK(read_whole(dir.write("c.zst", bytes)) == bytes);
}

TEST_CASE("members of a gzip file follow one another") {
  const test::TempDir dir;
  const std::string a = test::noise(300'000, 1), b = test::noise(10, 2);
  CHECK(read_whole(dir.write("x", test::gzip(a) + test::gzip("") + test::gzip(b))) == a + b);
}

TEST_CASE("frames of a zstd file follow one another, skippable ones are skipped") {
  const test::TempDir dir;
  const std::string a = test::noise(500'000, 1), b = test::noise(10, 2);
  const std::string skippable = test::zstd_skippable(test::noise(1000, 3));
  CHECK(read_whole(dir.write("x", skippable + test::zstd(a) + skippable + test::zstd("") + test::zstd(b) + skippable)) == a + b);
}

TEST_CASE("progress counts the bytes of the file, not those they stand for") {
  const test::TempDir dir;
  const std::string packed = test::zstd(test::noise(500'000));
  auto source = ByteSource::open(dir.write("x", packed));
  REQUIRE(source);
  CHECK(source->bytes_total() == packed.size());
  CHECK(source->bytes_read() == 0);
  while (!source->next()->empty()) CHECK(source->bytes_read() <= packed.size());
  CHECK(source->bytes_read() == packed.size());
}

TEST_CASE("a named pipe is read to its end, compressed or not") {
  const test::TempDir dir;
  const std::string bytes = test::noise(700'000);
  const std::string format = GENERATE("plain", "gzip", "zstd");
  const std::string sent = format == "plain" ? bytes : format == "gzip" ? test::gzip(bytes) : test::zstd(bytes);
  REQUIRE(::mkfifo(dir.path("pipe").c_str(), 0600) == 0);
  std::jthread writer([&] { (void)dir.write("pipe", sent); });
  CHECK(read_whole(dir.path("pipe")) == bytes);
}

TEST_CASE("a dash is standard input, which stays open") {
  const test::TempDir dir;
  const int kept = ::dup(STDIN_FILENO);
  REQUIRE(std::freopen(dir.write("in", test::gzip("one\n")).c_str(), "r", stdin) != nullptr);
  CHECK(read_whole("-") == "one\n");
  CHECK(::fcntl(STDIN_FILENO, F_GETFD) != -1);
  ::dup2(kept, STDIN_FILENO);
  ::close(kept);
}

TEST_CASE("a missing file, a path through a file and a directory are refused by name") {
  const test::TempDir dir;
  CHECK(ByteSource::open(dir.path("none")).error().code == ErrorCode::NotFound);
  CHECK(ByteSource::open(dir.write("file", "") + "/none").error().code == ErrorCode::NotFound);
  const auto directory = ByteSource::open(dir.path());
  REQUIRE_FALSE(directory);
  CHECK(directory.error().describe() == dir.path() + ": is a directory, expected a file");
}

TEST_CASE("what has come through a pipe is given at once, however little, and nothing more is waited for") {
  const test::TempDir dir;
  const std::string path = dir.path("pipe");
  REQUIRE(::mkfifo(path.c_str(), 0600) == 0);
  const int held_open = ::open(path.c_str(), O_RDWR | O_CLOEXEC);
  REQUIRE(held_open >= 0);
  const std::string line = GENERATE("\n", "{}\n", "PK\n", "(\n");
  REQUIRE(::write(held_open, line.data(), line.size()) == static_cast<ssize_t>(line.size()));
  auto source = ByteSource::open(path);
  REQUIRE(source);
  CHECK(source->next() == std::string_view(line));
  ::close(held_open);
}

}  // namespace wireprint
