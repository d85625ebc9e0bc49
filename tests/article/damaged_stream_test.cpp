// What a broken transfer leaves behind.
#include <catch2/catch.hpp>

#include "support/compressed.hpp"
#include "support/read_all.hpp"
#include "support/temp_dir.hpp"

namespace wireprint {
namespace {

constexpr std::size_t kBlock = std::size_t{128} << 10U;  // of zstd

std::string packed(const std::string& format, const std::string& bytes) {
  return format == "gzip" ? test::gzip(bytes) : test::zstd(bytes);
}

}  // namespace

TEST_CASE("a stream cut anywhere gives a prefix, then says where it stops") {
  const test::TempDir dir;
  const std::string format = GENERATE("gzip", "zstd");
  const std::string bytes = test::noise(700);
  const std::string whole = packed(format, bytes);
  for (std::size_t size = 4; size < whole.size(); ++size) {
    const auto read = test::read_all(dir.write("cut", whole.substr(0, size)));
    REQUIRE(bytes.starts_with(read.bytes));
    REQUIRE(read.error);
    REQUIRE(read.error->code == ErrorCode::BadInput);
    REQUIRE(read.error->message == format + " stream is truncated: more was expected after byte " + std::to_string(size));
  }
}

TEST_CASE("all whole blocks before the end of a cut stream are given") {
  const test::TempDir dir;
  const std::string format = GENERATE("gzip", "zstd");
  const std::string bytes = test::noise(8 * kBlock);
  const std::string whole = packed(format, bytes);
  const auto read = test::read_all(dir.write("cut", whole.substr(0, whole.size() / 2)));
  CHECK(read.error);
  CHECK(bytes.starts_with(read.bytes));
  CHECK(read.bytes.size() >= 3 * kBlock);
}

TEST_CASE("what stands before a flipped bit is given, and nothing ends well") {
  const test::TempDir dir;
  const std::string format = GENERATE("gzip", "zstd");
  const std::string bytes = test::noise(4 * kBlock);
  std::string whole = packed(format, bytes);
  const std::size_t at = whole.size() - GENERATE(1, 2, 20, 1000);
  whole[at] = static_cast<char>(whole[at] ^ 4);
  const auto read = test::read_all(dir.write("flipped", whole));
  REQUIRE(read.error);
  CHECK_THAT(read.error->message, Catch::StartsWith(format + " stream is "));
  CHECK(read.bytes.size() >= 3 * kBlock);
  CHECK(read.bytes.substr(0, 3 * kBlock) == bytes.substr(0, 3 * kBlock));
}

TEST_CASE("bytes that follow the last member are an error, and the members are given") {
  const test::TempDir dir;
  const std::string format = GENERATE("gzip", "zstd");
  const auto read = test::read_all(dir.write("more", packed(format, "one\n") + "rubbish"));
  CHECK(read.bytes == "one\n");
  REQUIRE(read.error);
  CHECK_THAT(read.error->message, Catch::StartsWith(format + " stream is corrupt at byte "));
}

TEST_CASE("an error is given again at every further call") {
  const test::TempDir dir;
  auto source = ByteSource::open(dir.write("cut", test::gzip("one").substr(0, 12)));
  REQUIRE(source);
  while (source->next()) continue;
  CHECK_FALSE(source->next());
  CHECK(source->next().error().where.file == dir.path("cut"));
}

TEST_CASE("random bytes behind a magic never crash") {
  const test::TempDir dir;
  const std::string magic = GENERATE("\x1f\x8b", "\x28\xb5\x2f\xfd", "\x50\x2a\x4d\x18");
  std::mt19937 random(11);
  for (int round = 0; round < 200; ++round) {
    std::string bytes = magic;
    for (int i = 0; i < 300; ++i) bytes += static_cast<char>(random());
    CHECK(test::read_all(dir.write("rubbish", bytes)).error);
  }
}

}  // namespace wireprint
