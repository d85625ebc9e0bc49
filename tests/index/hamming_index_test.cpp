#include "wireprint/index/hamming_index.hpp"

#include <catch2/catch.hpp>

#include "support/random_sets.hpp"

namespace wireprint {
namespace {

static_assert(CandidateIndex<HammingIndex<64>> && CandidateIndex<HammingIndex<128>>);

// Some sketches, and others that differ from them in up to 20 bits; a few texts have none.
template <int Bits>
std::vector<std::optional<SimHash<Bits>>> related_sketches(test::Random& random) {
  std::vector<std::optional<SimHash<Bits>>> sketches;
  for (int i = 0; i < 300; ++i) {
    SimHash<Bits> sketch;
    if (i < 30) {
      for (auto& word : sketch.words) word = random();
    } else {
      sketch = *sketches[random.below(30)];
      for (auto flips = random.below(21); flips > 0; --flips) sketch.words[random.below(Bits / 64)] ^= std::uint64_t{1} << random.below(64);
    }
    sketches.push_back(sketch);
  }
  for (int i = 0; i < 20; ++i) sketches[30 + random.below(270)].reset();
  return sketches;
}

template <int Bits>
void check_against_all_pairs(int distance) {
  test::Random random(static_cast<std::uint64_t>(distance));
  const auto sketches = related_sketches<Bits>(random);
  std::vector<Candidate> expected;
  for (ArticleId later = 0; later < sketches.size(); ++later) {
    for (ArticleId earlier = 0; earlier < later; ++earlier) {
      if (!sketches[later] || !sketches[earlier]) continue;
      const int apart = hamming_distance(*sketches[later], *sketches[earlier]);
      if (apart <= distance) expected.push_back({earlier, later, static_cast<std::uint32_t>(Bits - apart)});
    }
  }
  const auto index = HammingIndex<Bits>::build(sketches, distance);
  REQUIRE(index);
  CHECK(expected.size() > 10);
  CHECK(all_candidates(*index, Executor(2)) == expected);
}

}  // namespace

TEST_CASE("the pigeonhole index finds all pairs within its distance, and no other") {
  const int distance = GENERATE(0, 1, 3, 6, 10, 31);
  check_against_all_pairs<64>(distance);
  check_against_all_pairs<128>(distance);
}

TEST_CASE("a sketch from outside is asked for alike") {
  const auto index = HammingIndex<64>::build({SimHash64{{0b0111}}, std::nullopt, SimHash64{{0b0001}}, SimHash64{{~std::uint64_t{0}}}}, 2);
  REQUIRE(index);
  CHECK(index->within(SimHash64{{0b0011}}) == std::vector<ArticleId>{0, 2});
  CHECK(index->within(SimHash64{{0xff00}}).empty());
}

TEST_CASE("a distance that no block would survive is refused") {
  CHECK(HammingIndex<64>::build({}, 32).error().message == "max_distance is 32, but has to be 0 to 31");
  CHECK(HammingIndex<64>::build({}, -1).error().code == ErrorCode::InvalidArgument);
}

}  // namespace wireprint
