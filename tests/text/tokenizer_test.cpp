#include "wireprint/text/tokenizer.hpp"

#include <catch2/catch.hpp>

#include "wireprint/base/hash.hpp"

namespace wireprint {

TEST_CASE("words are lower-cased and cut at everything that is no letter, digit or mark") {
  CHECK(normalize("The Straße of É") == "the strasse of e");
  const auto s = tokenize("Hello, World");
  REQUIRE(s.size() == 2);
  CHECK(s.hashes[1] == hash_bytes("world"));
}

}  // namespace wireprint
