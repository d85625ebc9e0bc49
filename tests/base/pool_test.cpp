#include "base/pool.hpp"

#include <catch2/catch.hpp>
#include <string>

#include "wireprint/base/hash.hpp"

namespace wireprint {
namespace {

std::vector<std::uint64_t> item(std::uint64_t seed, std::size_t words) {
  std::vector<std::uint64_t> made(words);
  for (auto& word : made) word = mix64(++seed);
  return made;
}

std::size_t words_of(std::size_t i) { return i % 97 == 0 ? 300'000 : i % 400; }  // some are larger than a block

}  // namespace

TEST_CASE("a pool gives back what was added, whether it is in memory or on disk") {
  for (const std::size_t most : {std::size_t{0}, std::size_t{3} << 20U, std::size_t{1} << 40U}) {
    CAPTURE(most);
    auto spool = Spool::open("");
    REQUIRE(spool);
    Pool pool(*spool, most);
    for (std::size_t i = 0; i < 500; ++i) pool.add(item(i, words_of(i)));
    REQUIRE(pool.size() == 500);
    std::vector<std::uint64_t> scratch;
    for (std::size_t i = 500; i-- > 0;) {
      const auto found = pool.words(i, scratch);
      REQUIRE(std::vector(found.begin(), found.end()) == item(i, words_of(i)));
    }
    CHECK_FALSE((*spool)->failed());
  }
}

TEST_CASE("bytes come back with their length, and nothing as nothing") {
  Pool pool;
  for (const std::string_view text : {"", "a", "eight by", "nine byte", ""}) pool.add(text);
  std::vector<std::uint64_t> scratch;
  CHECK(pool.bytes(0, scratch).empty());
  CHECK(pool.bytes(1, scratch) == "a");
  CHECK(pool.bytes(2, scratch) == "eight by");
  CHECK(pool.bytes(3, scratch) == "nine byte");
  CHECK(pool.bytes(4, scratch).empty());
}

TEST_CASE("a folder that is not there is an error that names it") {
  const auto spool = Spool::open("/no/such/folder");
  REQUIRE_FALSE(spool);
  CHECK(spool.error().code == ErrorCode::Io);
  CHECK(spool.error().describe().find("/no/such/folder") != std::string::npos);
}

TEST_CASE("what cannot be read is a fault, and zeros") {
  auto spool = Spool::open("");
  REQUIRE(spool);
  (*spool)->append(item(1, 4));
  std::vector<std::uint64_t> words(4, 7);
  (*spool)->read(64, words);
  CHECK(words == std::vector<std::uint64_t>(4, 0));
  REQUIRE((*spool)->failed());
  CHECK((*spool)->fault().code == ErrorCode::Io);
}

}  // namespace wireprint
