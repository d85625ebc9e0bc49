#include "wireprint/index/exact_index.hpp"

#include <algorithm>
#include <catch2/catch.hpp>

#include "support/dated_texts.hpp"

namespace wireprint {
namespace {

static_assert(CandidateIndex<ExactIndex>);

using test::DatedText;

std::vector<std::uint64_t> story_of(const DatedText& text, const CrossingDays& spread, Day horizon) {
  auto story = text.samples;
  std::erase_if(story, [&](std::uint64_t s) { return spread.of(s) <= horizon; });
  return story;
}

std::vector<Candidate> by_definition(const std::vector<DatedText>& texts, const CrossingDays& spread, const ExactRule& rule) {
  std::vector<Candidate> found;
  for (ArticleId later = 0; later < texts.size(); ++later) {
    for (ArticleId earlier = 0; earlier < later; ++earlier) {
      const Day horizon = furniture_horizon(texts[earlier].day, texts[later].day);
      const auto a = story_of(texts[earlier], spread, horizon);
      const auto b = story_of(texts[later], spread, horizon);
      const auto fewer = std::min(a.size(), b.size());
      const auto shared = count_common(a, b);
      if (fewer >= rule.least_shingles && shared > 0 && double(shared) >= rule.containment * double(fewer)) {
        found.push_back({earlier, later, static_cast<std::uint32_t>(shared)});
      }
    }
  }
  return found;
}

}  // namespace

TEST_CASE("the oracle is right on random texts with furniture and undated ones") {
  const ExactRule rule = GENERATE(ExactRule{0.2, 2}, ExactRule{0.5, 3}, ExactRule{0.01, 1});
  test::Random random(1);
  auto texts = test::random_texts(300, 8, random);
  for (std::size_t i = 3; i < texts.size(); i += 3) {  // copies of a part
    const auto& source = texts[random.below(i)].samples;
    texts[i].samples.insert(texts[i].samples.end(), source.begin() + static_cast<std::ptrdiff_t>(source.size() / 3), source.end());
    make_distinct(texts[i].samples);
  }
  const auto spread = test::spread_of(texts);
  REQUIRE(spread.size() > 0);
  const auto expected = by_definition(texts, spread, rule);
  CHECK(expected.size() > 10);
  CHECK(all_candidates(ExactIndex(test::views(texts), spread, rule, Executor(2)), Executor(2)) == expected);
}

TEST_CASE("half of the shorter is enough, and too short is none") {
  const std::vector<DatedText> texts{{0, 9, {1, 2, 3, 4}}, {0, 9, {3, 4, 5, 6, 7, 8, 9}}, {0, 9, {1, 2, 3}}};
  const auto found = all_candidates(ExactIndex(test::views(texts), {}, {0.5, 4}, Executor(1)), Executor(1));
  CHECK(found == std::vector<Candidate>{{0, 1, 2}});
}

}  // namespace wireprint
