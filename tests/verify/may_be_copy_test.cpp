#include <catch2/catch.hpp>

#include "support/invented_story.hpp"
#include "support/prepared.hpp"
#include "verify/common_shingles.hpp"
#include "verify/reach.hpp"
#include "wireprint/verify/judgement.hpp"

namespace wireprint {
namespace {

// Sentences of two stories, some left out, some with other words: from the same text to nothing in common.
std::string mixed(test::Random& random, std::uint64_t story, std::uint32_t of_ten) {
  std::string text;
  for (std::uint64_t sentence = 0; sentence < 12; ++sentence) {
    const bool shared = random.below(10) < of_ten;
    text += test::story(shared ? 100 * story + sentence : random.next(), shared ? 12 : 4 + static_cast<int>(random.below(20)));
    text += random.below(6) == 0 ? ".\n" : " ";
  }
  return text;
}

PreparedText words_of(const PreparedText& whole) {
  TokenStream tokens;
  tokens.hashes = whole.tokens.hashes;
  tokens.kinds = whole.tokens.kinds;
  PreparedText words = prepare_words(std::move(tokens), Recipe{}, CrossingDays{});
  words.recurring_from = whole.recurring_from;
  return words;
}

}  // namespace

TEST_CASE("no copy is refused on its words alone, and most of what is none is") {
  test::Random random(31);
  std::array<int, 2> left_open{};  // not copies, copies
  std::array<int, 2> pairs{};
  for (int round = 0; round < 400; ++round) {
    const test::Prepared a(mixed(random, static_cast<std::uint64_t>(round), 10));
    const test::Prepared b(mixed(random, static_cast<std::uint64_t>(round), random.below(11)), "", test::recurring(test::story(round, 12), 9));
    const PairFacts facts{.horizon = 20, .same_outlet = false, .days_apart = 1};
    Match match = compare(a, b, facts);
    judge(match, {});
    const bool copy = match.verdict == Verdict::Copy;
    const bool open = may_be_copy(words_of(a), words_of(b), facts.horizon, {});
    CAPTURE(round);
    REQUIRE((open || !copy));
    ++pairs[copy ? 1 : 0];
    left_open[copy ? 1 : 0] += open ? 1 : 0;
  }
  CHECK(pairs[1] > 80);
  CHECK(pairs[0] > 80);
  CHECK(left_open[0] * 5 < pairs[0]);
}

TEST_CASE("common shingles are those of both sets, each once, where it stands first") {
  test::Random random(32);
  for (int round = 0; round < 300; ++round) {
    const auto seeds = [&] {
      std::vector<std::uint64_t> words(random.below(60));
      for (auto& word : words) word = mix64(random.below(3));
      return seeds_of(words, {});
    };
    const auto a = seeds();
    const auto b = seeds();
    REQUIRE(std::ranges::is_sorted(a));
    std::vector<std::pair<std::size_t, std::size_t>> expected;
    for (std::size_t i = 0; i < a.size(); ++i) {
      const auto in_b = std::ranges::find(b, a[i].shingle, &Seed::shingle);
      if (in_b != b.end() && (i == 0 || a[i - 1].shingle != a[i].shingle)) expected.emplace_back(i, in_b - b.begin());
    }
    std::vector<std::pair<std::size_t, std::size_t>> found;
    for (const auto& shingle : common_shingles(a, b)) found.emplace_back(shingle.in_a, shingle.in_b);
    REQUIRE(found == expected);
  }
}

TEST_CASE("common shingles that are looked up are those of the merge") {
  test::Random random(33);
  Recipe recipe;
  recipe.shingle_words = 3;
  for (int round = 0; round < 600; ++round) {
    const std::uint64_t vocabulary = 2 + random.below(60);
    const auto text = [&] {
      TokenStream tokens;
      tokens.hashes.resize(random.below(200));
      for (auto& word : tokens.hashes) word = mix64(random.below(vocabulary));
      tokens.kinds.assign(tokens.size(), FurnitureKind::Story);
      return prepare_words(std::move(tokens), recipe, CrossingDays{});
    };
    const PreparedText a = text();
    const PreparedText b = text();
    const auto pairs = [](const std::vector<CommonShingle>& common) {
      std::vector<std::pair<std::uint32_t, std::uint32_t>> of;
      for (const auto& shingle : common) of.emplace_back(shingle.in_a, shingle.in_b);
      return of;
    };
    CAPTURE(round);
    REQUIRE(pairs(common_shingles(a, b)) == pairs(common_shingles(std::span(a.seeds), std::span(b.seeds))));
  }
}

TEST_CASE("alignment never pairs more words than are in reach") {
  test::Random random(34);
  int tight = 0;
  for (int round = 0; round < 300; ++round) {
    const test::Prepared a(mixed(random, static_cast<std::uint64_t>(round), 10));
    const test::Prepared b(mixed(random, static_cast<std::uint64_t>(round), random.below(11)), "", test::recurring(test::story(round, 12), 9));
    const PreparedText& x = a;
    const PreparedText& y = b;
    const std::uint32_t reach = words_in_reach(x, story_of(x, 20), y, story_of(y, 20), common_shingles(x, y));
    const std::uint32_t shared = shared_story(x, y, 20).shared;
    CAPTURE(round);
    REQUIRE(shared <= reach);
    tight += reach < 2 * shared + 10 ? 1 : 0;
  }
  CHECK(tight > 150);
}

}  // namespace wireprint
