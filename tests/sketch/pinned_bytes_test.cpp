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
  CHECK(print.samples.size() == 1217);
  CHECK(print.minhash[0] == 55234);
  CHECK(print.samples.front() == 910314513603959U);
  CHECK(digest_of(print) == "09eb1a901913a55af13272d26b355e74");
}

TEST_CASE("every other sketch of a generated text is the same bytes everywhere") {
  const auto tokens = test::generated_tokens(1'000, 7);
  CHECK(digest_of(k_minhash(tokens, 64)) == "4ca46b8344522d1dd277c62fe214938a");
  CHECK(digest_of(*shorten(minhash(tokens, 128), 1)) == "a2cd86fb50d2e286535ac6a03bf0117d");
  CHECK(digest_of(simhash64(tokens)) == "b1593db6123b3ff4e135dadc66c15e0a");
  CHECK(digest_of(simhash128(tokens)) == "89e554e77aa3da705bb8623066437d62");
  CHECK(digest_of(minhash(repeat_by_weight(count_repeats(tokens)), 128)) == "a6b1c647fd9945131c534bf69741987f");
}

}  // namespace wireprint
