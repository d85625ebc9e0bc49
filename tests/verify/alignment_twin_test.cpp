#include <catch2/catch.hpp>

#include "support/print_runs.hpp"
#include "support/random_text.hpp"
#include "support/slow_alignment.hpp"
#include "verify/tiling.hpp"

namespace wireprint {
namespace {

using test::Words;

constexpr std::uint32_t kShingle = 5;

Words random_words(test::Random& random, std::uint32_t count, std::uint32_t vocabulary) {
  Words words(count);
  for (auto& word : words) word = mix64(random.below(vocabulary));
  return words;
}

// A copy as newsrooms make it: words changed, dropped and put in, a paragraph moved.
Words edited(const Words& words, test::Random& random, std::uint32_t vocabulary) {
  Words copy;
  for (const auto word : words) {
    const auto fate = random.below(15);
    if (fate == 0) continue;
    copy.push_back(fate == 1 ? mix64(random.below(vocabulary)) : word);
    if (fate == 2) copy.push_back(mix64(random.below(vocabulary)));
  }
  const auto from = random.below(static_cast<std::uint32_t>(copy.size() / 2));
  std::rotate(copy.begin() + from, copy.begin() + from + random.below(20), copy.end() - random.below(20));
  return copy;
}

struct Texts {
  Words a;
  Words b;
  std::vector<Seed> seeds_a = seeds_of(a, {});
  std::vector<Seed> seeds_b = seeds_of(b, {});
};

Texts random_texts(test::Random& random) {
  const std::uint32_t vocabulary = random.below(2) == 0 ? 4 : 300;  // texts that repeat themselves, and texts that do not
  const Words a = random_words(random, 40 + random.below(80), vocabulary);
  return {a, edited(a, random, vocabulary)};
}

}  // namespace

TEST_CASE("tiles are those of the slow twin, on edited texts with moved paragraphs") {
  test::Random random(11);
  for (int round = 0; round < 300; ++round) {
    const Texts t = random_texts(random);
    REQUIRE(tile(t.a, t.seeds_a, t.b, t.seeds_b) == test::slow_tiles(t.a, t.b, kShingle));
  }
}

TEST_CASE("aligned words are equal, and each word is aligned at most once") {
  test::Random random(12);
  for (int round = 0; round < 1000; ++round) {
    const Texts t = random_texts(random);
    std::vector<int> used_a(t.a.size()), used_b(t.b.size());
    for (const auto& run : align(t.a, t.seeds_a, t.b, t.seeds_b)) {
      for (std::uint32_t i = 0; i < run.length; ++i) {
        REQUIRE(t.a[run.a_begin + i] == t.b[run.b_begin + i]);
        REQUIRE(++used_a[run.a_begin + i] == 1);
        REQUIRE(++used_b[run.b_begin + i] == 1);
      }
    }
  }
}

TEST_CASE("a gap between runs that follow each other in both texts is filled by its longest common subsequence") {
  test::Random random(13);
  std::size_t gaps = 0;
  for (int round = 0; round < 300; ++round) {
    const Texts t = random_texts(random);
    std::uint32_t filled = 0;
    AlignedRun before{0, 0, 0};
    for (const auto& run : align(t.a, t.seeds_a, t.b, t.seeds_b)) {
      if (!run.seeded) filled += run.length;
      if (!run.seeded) continue;
      if (filled > 0) REQUIRE(filled == test::slow_common(t.a, before.a_end(), run.a_begin, t.b, before.b_end(), run.b_begin));
      gaps += filled > 0 ? 1U : 0U;
      before = run;
      filled = 0;
    }
  }
  CHECK(gaps > 100);
}

TEST_CASE("runs come by place in a, and stay inside both texts") {
  test::Random random(14);
  for (int round = 0; round < 300; ++round) {
    const Texts t = random_texts(random);
    std::uint32_t end = 0;
    for (const auto& run : align(t.a, t.seeds_a, t.b, t.seeds_b)) {
      REQUIRE(run.a_begin >= end);
      REQUIRE(run.b_end() <= t.b.size());
      end = run.a_end();
    }
    REQUIRE(end <= t.a.size());
  }
}

}  // namespace wireprint
