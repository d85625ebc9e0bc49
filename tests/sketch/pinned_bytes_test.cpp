// What is made of one text is the same bytes on every machine, instruction set and build: these were written by one of
// them and are compared with by all. Who has to change them makes another recipe.
#include <catch2/catch.hpp>
#include <string>

#include "support/stored_sketches.hpp"
#include "wireprint/sketch/bytes.hpp"
#include "wireprint/sketch/weighted.hpp"

namespace wireprint {
namespace {

std::string digest(const std::string& bytes) { return hash_bytes_128(bytes).hex(); }

template <class Sketch>
std::string digest_of(const Sketch& sketch) {
  return digest(to_bytes<Sketch>(Recipe{}, std::vector<Sketch>{sketch}));
}

}  // namespace

TEST_CASE("the fingerprint of a generated text is the same bytes everywhere") {
  const auto print = Sketcher(Recipe{}).sketch(test::generated_tokens(10'000, 7));
  CHECK(print.exact.hex() == "8bf1ad5cae801d0cc8516470d83be9ec");
  CHECK(print.samples.size() == 1204);
  CHECK(print.minhash[0] == 48444);
  CHECK(print.samples.front() == 412052332012720U);
  CHECK(digest_of(print) == "28ad987feeb061dfa524d76a8a6f1a30");
}

TEST_CASE("every other sketch of a generated text is the same bytes everywhere") {
  const auto tokens = test::generated_tokens(1'000, 7);
  CHECK(digest_of(k_minhash(tokens, 64)) == "18dc6f42728d842fa7729c817bffe0c9");
  CHECK(digest_of(*shorten(minhash(tokens, 128), 1)) == "c6122be4a65f90ac75220a19f1b8d442");
  CHECK(digest_of(simhash64(tokens)) == "18900675149301c83ea35275e378d376");
  CHECK(digest_of(simhash128(tokens)) == "2d402fc8870009d3fdd9153bd8b2bbd9");
  CHECK(digest_of(minhash(repeat_by_weight(count_repeats(tokens)), 128)) == "320b42686a70eb3e9f3635f3c8d27042");
}

}  // namespace wireprint
