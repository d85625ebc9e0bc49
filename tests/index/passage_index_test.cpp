#include "wireprint/index/passage_index.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <map>

#include "support/dated_texts.hpp"

namespace wireprint {
namespace {

using Text = test::DatedText;
using test::views;

static_assert(CandidateIndex<PassageIndex>);

std::vector<Candidate> candidates(const std::vector<Text>& texts, const CrossingDays& spread, const PassageRule& rule, int threads = 1) {
  return all_candidates(PassageIndex(views(texts), spread, rule, Executor(threads)), Executor(threads));
}

std::vector<Candidate> by_definition(const std::vector<Text>& texts, const CrossingDays& spread, const PassageRule& rule) {
  std::vector<Candidate> found;
  for (ArticleId later = 0; later < texts.size(); ++later) {
    for (ArticleId earlier = 0; earlier < later; ++earlier) {
      const Day horizon = furniture_horizon(texts[earlier].day, texts[later].day);
      std::uint32_t shared = 0;
      for (const auto s : texts[later].samples) {
        const auto& other = texts[earlier].samples;
        if (std::binary_search(other.begin(), other.end(), s) && spread.of(s) > horizon) ++shared;
      }
      if (shared > 0 && is_enough(rule, shared, texts[earlier].words, texts[later].words)) found.push_back({earlier, later, shared});
    }
  }
  return found;
}

// Texts of one day that all hold shingles 1 and 2.
std::vector<Text> crowd_of(std::size_t count) { return std::vector<Text>(count, Text{0, 500, {1, 2}}); }

}  // namespace

TEST_CASE("two shared samples are enough, one where the shorter text is short") {
  const PassageRule rule;
  CHECK(is_enough(rule, 2, 200, 1000));
  CHECK_FALSE(is_enough(rule, 1, 200, 1000));
  CHECK(is_enough(rule, 1, 1000, 199));
  CHECK_FALSE(is_enough(rule, 0, 10, 10));
}

TEST_CASE("candidates are those of the definition, on random texts with furniture and undated ones") {
  const std::uint64_t seed = GENERATE(range(1, 6));
  test::Random random(seed);
  const auto texts = test::random_texts(400, 6, random);
  const auto spread = test::spread_of(texts);
  REQUIRE(spread.size() > 0);
  const auto expected = by_definition(texts, spread, {});
  CHECK(expected.size() > 50);
  CHECK(candidates(texts, spread, {}, 1) == expected);
  CHECK(candidates(texts, spread, {}, 3) == expected);
}

TEST_CASE("furniture makes no candidate up to thirty days before it crosses, and does before that") {
  std::vector<Text> history;
  for (const Day day : {0, 5, 10, 100}) history.push_back({day, 50, {7}});
  const auto spread = test::spread_of(history);
  REQUIRE(spread.of(7) == 100);
  CHECK(candidates({{60, 50, {7}}, {69, 50, {7}}}, spread, {}).size() == 1);
  CHECK(candidates({{60, 50, {7}}, {70, 50, {7}}}, spread, {}).empty());
  CHECK(candidates({{70, 50, {7}}, {std::nullopt, 50, {7}}}, spread, {}).empty());
  CHECK(candidates({{std::nullopt, 50, {7}}, {std::nullopt, 50, {7}}}, spread, {}).size() == 1);
}

TEST_CASE("a text without samples takes no part") {
  CHECK(candidates({{0, 50, {7}}, {0, 50, {}}, {0, 50, {7}}}, {}, {}) == std::vector<Candidate>{{0, 2, 1}});
  CHECK(candidates({}, {}, {}).empty());
}

TEST_CASE("a crowd costs linear time, and stays connected") {
  const PassageRule rule;
  const auto texts = crowd_of(3000);
  const auto found = candidates(texts, {}, rule);
  const auto crowd = static_cast<std::size_t>(rule.crowd);
  CHECK(found.size() <= crowd * crowd + texts.size() * 2 * static_cast<std::size_t>(rule.anchors));
  std::vector<bool> reached(texts.size(), false);
  reached[0] = true;
  for (const auto& c : found) reached[c.later] = reached[c.later] || reached[c.earlier];  // by later: each has an earlier one
  CHECK(std::all_of(reached.begin(), reached.end(), [](bool r) { return r; }));
}

TEST_CASE("in a crowd a text is compared with the first ones and those just before it") {
  const PassageRule rule{.crowd = 20, .anchors = 3};
  const auto found = candidates(crowd_of(30), {}, rule);
  std::map<ArticleId, std::vector<ArticleId>> earlier;
  for (const auto& c : found) earlier[c.later].push_back(c.earlier);
  CHECK(earlier[29] == std::vector<ArticleId>{0, 1, 2, 26, 27, 28});
  CHECK(earlier[6] == std::vector<ArticleId>{0, 1, 2, 3, 4, 5});
}

TEST_CASE("what is one short of a crowd is compared pair by pair") {
  const PassageRule rule{.crowd = 20, .anchors = 3};
  CHECK(candidates(crowd_of(21), {}, rule).size() == 210);
  CHECK(candidates(crowd_of(22), {}, rule).size() < 231);
}

TEST_CASE("the candidates of a text depend on those before it alone") {
  test::Random random(7);
  const PassageRule rule{.crowd = 20, .anchors = 3};
  auto texts = test::random_texts(400, 2, random);
  const auto all = candidates(texts, {}, rule);
  texts.resize(300);
  auto some = all;
  std::erase_if(some, [](const Candidate& c) { return c.later >= 300; });
  CHECK(candidates(texts, {}, rule) == some);
  CHECK(some.size() > 100);
}

TEST_CASE("the index counts its postings in lists of two and more, and its crowds") {
  auto texts = crowd_of(30);
  texts[0].samples.push_back(99);  // held by one text alone
  const PassageIndex index(views(texts), {}, {.crowd = 29}, Executor(1));
  CHECK(index.postings() == 60);
  CHECK(index.crowded() == 2);
}

}  // namespace wireprint
