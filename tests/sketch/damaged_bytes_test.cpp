#include <catch2/catch.hpp>

#include "support/stored_sketches.hpp"
#include "wireprint/sketch/bytes.hpp"

namespace wireprint {
namespace {

std::string good_file() { return to_bytes<Fingerprint>(test::recipe_of_stored(), test::stored_fingerprints()); }

void put(std::string& bytes, std::size_t at, std::uint64_t value, std::size_t size) {
  for (std::size_t i = 0; i < size; ++i) bytes[at + i] = static_cast<char>(value >> (8 * i) & 0xffU);
}

// Length and checksum set right, as by someone who means harm.
std::string resealed(std::string bytes) {
  put(bytes, 16, bytes.size() - 32, 8);
  put(bytes, bytes.size() - 8, hash_bytes(std::string_view(bytes).substr(0, bytes.size() - 8)), 8);
  return bytes;
}

std::string refusal(const std::string& bytes) {
  const auto read = from_bytes<Fingerprint>(bytes);
  return read ? "none" : read.error().message;
}

constexpr std::size_t kRecipe = 24;
constexpr std::size_t kCount = kRecipe + 2 + 16 + 2 + 4 + 8 + 5 * 4;  // after "wireprint-text-2" and "15.0"
constexpr std::size_t kFirst = kCount + 8;

}  // namespace

TEST_CASE("a file of which any byte was changed is refused") {
  auto bytes = good_file();
  for (auto& byte : bytes) {
    byte = static_cast<char>(byte ^ 0x10);
    REQUIRE_FALSE(from_bytes<Fingerprint>(bytes));
    byte = static_cast<char>(byte ^ 0x10);
  }
  CHECK(from_bytes<Fingerprint>(bytes));
}

TEST_CASE("a file cut short anywhere, or with a byte too many, is refused") {
  const auto bytes = good_file();
  for (std::size_t size = 0; size < bytes.size(); ++size) REQUIRE_FALSE(from_bytes<Fingerprint>(std::string_view(bytes).substr(0, size)));
  CHECK_THAT(refusal(bytes + "x"), Catch::Contains("bytes of payload, there are"));
}

TEST_CASE("a refusal says why") {
  const auto bytes = good_file();
  auto other = bytes;
  CHECK(refusal("") == "sketch file: does not begin with WPSKETCH");
  CHECK(refusal("WPSKETCH and") == "sketch file: cut short: 12 bytes hold no header");
  other[8] = 9;
  CHECK(refusal(other) == "sketch file: version 9; this library reads 1");
  other = bytes;
  other[40] = 'X';
  CHECK(refusal(other) == "sketch file: its checksum differs: a byte was changed");
  CHECK(from_bytes<MinHash>(bytes).error().message == "sketch file: holds sketches of kind 1; asked were MinHash, kind 2");
  CHECK(from_bytes<MinHash>(bytes).error().code == ErrorCode::Incompatible);
}

TEST_CASE("a number that the bytes cannot hold is refused before memory is taken for it, even under a good checksum") {
  auto bytes = good_file();
  const std::uint64_t count = GENERATE(std::uint64_t{1} << 60, ~std::uint64_t{0}, std::uint64_t{1000});
  put(bytes, kCount, count, 8);
  CHECK(refusal(resealed(bytes)) == "sketch file: it says to hold more sketches than its bytes can");
  bytes = good_file();
  put(bytes, kFirst + 20 + 2 + 128, 0xffffffff, 4);  // samples of the first
  CHECK(refusal(resealed(bytes)) == "sketch file: cut short in sketch 1 of 3");
}

TEST_CASE("what no sketch of the recipe can be is refused under a good checksum too") {
  auto bytes = good_file();
  put(bytes, kRecipe + 32, 0, 4);  // shingle_words
  CHECK_THAT(refusal(resealed(bytes)), Catch::Contains("its recipe has a fault: shingle_words is 0"));
  bytes = good_file();
  put(bytes, kRecipe + 36, 128, 4);  // minhash_slots
  CHECK(refusal(resealed(bytes)) == "sketch file: sketch 1: a MinHash has 64 slots, its recipe 128");
  bytes = good_file();
  put(bytes, kFirst + 20 + 2 + 128 + 4, ~std::uint64_t{0}, 8);  // its least sample becomes the greatest
  CHECK(refusal(resealed(bytes)) == "sketch file: sketch 1: the samples of a fingerprint are not sorted and distinct");
  bytes = good_file();
  put(bytes, kCount, 2, 8);
  CHECK_THAT(refusal(resealed(bytes)), Catch::EndsWith("bytes stand after the last sketch"));
}

TEST_CASE("bytes changed at random under a good checksum are read or refused, and nothing else") {
  test::Random random(1);
  const auto good = good_file();
  int refused = 0;
  for (int round = 0; round < 3000; ++round) {
    auto bytes = good;
    for (int n = 0; n < 3; ++n) bytes[kRecipe + random.below(bytes.size() - 32)] = static_cast<char>(random());
    const auto read = from_bytes<Fingerprint>(resealed(bytes));
    refused += read ? 0 : 1;
    if (read) REQUIRE(to_bytes<Fingerprint>(read->recipe, read->sketches) == resealed(bytes));
  }
  CHECK(refused > 100);
}

}  // namespace wireprint
