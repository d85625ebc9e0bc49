#include "wireprint/sketch/bytes.hpp"

#include <catch2/catch.hpp>
#include <fstream>
#include <iterator>

#include "support/source_dir.hpp"
#include "support/stored_sketches.hpp"

namespace wireprint {
namespace {

template <class Sketch>
void check_round_trip(const std::vector<Sketch>& sketches) {
  Recipe recipe = test::recipe_of_stored();
  const auto bytes = to_bytes<Sketch>(recipe, sketches);
  const auto read = from_bytes<Sketch>(bytes);
  REQUIRE(read);
  CHECK(read->recipe == recipe);
  CHECK(read->sketches.size() == sketches.size());
  CHECK(to_bytes<Sketch>(read->recipe, read->sketches) == bytes);
}

std::string read_fixture(const std::string& name) {
  std::ifstream file(test::source_dir() + "/fixtures/" + name, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

}  // namespace

TEST_CASE("every kind of sketch comes back as it was") {
  check_round_trip(test::stored_fingerprints());
  check_round_trip(std::vector<MinHash>{test::stored_fingerprints()[0].minhash, {}});
  check_round_trip(std::vector<KMinHash>{k_minhash(std::vector<std::uint64_t>{1, 2}, 10), {}});
  check_round_trip(std::vector<BBitMinHash>{*shorten(test::stored_fingerprints()[0].minhash, 2), *shorten({}, 2)});
  check_round_trip(std::vector<SimHash64>{{{7}}, {{~std::uint64_t{0}}}});
  check_round_trip(std::vector<SimHash128>{{{1, 2}}});
  check_round_trip(std::vector<Fingerprint>{});
}

TEST_CASE("fields come back as they were") {
  const auto prints = test::stored_fingerprints();
  const auto read = from_bytes<Fingerprint>(to_bytes<Fingerprint>(test::recipe_of_stored(), prints));
  REQUIRE(read);
  for (std::size_t i = 0; i < prints.size(); ++i) {
    CHECK(read->sketches[i].exact == prints[i].exact);
    CHECK(read->sketches[i].minhash == prints[i].minhash);
    CHECK(read->sketches[i].samples == prints[i].samples);
    CHECK(read->sketches[i].words == prints[i].words);
  }
}

TEST_CASE("the file that version 1 wrote is still read, and written again to the byte") {
  const auto bytes = read_fixture("fingerprints-v1.wps");
  REQUIRE_FALSE(bytes.empty());
  const auto read = from_bytes<Fingerprint>(bytes);
  REQUIRE(read);
  Recipe recipe = test::recipe_of_stored();
  recipe.text = "wireprint-text-1";  // other hashes since, the same bytes for them
  CHECK(read->recipe == recipe);
  CHECK(read->sketches.size() == 3);
  CHECK(to_bytes<Fingerprint>(read->recipe, read->sketches) == bytes);
}

TEST_CASE("numbers stand with their lowest byte first") {
  const auto bytes = to_bytes<SimHash64>(Recipe{}, std::vector<SimHash64>{{{0x0102030405060708}}});
  CHECK(bytes.substr(0, 16) == std::string("WPSKETCH\1\0\0\0\5\0\0\0", 16));
  CHECK(bytes.substr(bytes.size() - 16, 8) == "\x08\x07\x06\x05\x04\x03\x02\x01");
}

}  // namespace wireprint
