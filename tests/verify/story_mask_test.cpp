#include <catch2/catch.hpp>
#include <limits>

#include "support/invented_story.hpp"
#include "support/prepared.hpp"
#include "wireprint/sketch/sample.hpp"

namespace wireprint {
namespace {

using test::Prepared;

constexpr Day kNight = 19000;
const std::string kNotice = "Every reader of this page may write to the office before noon.";  // 12 words: 8 shingles, all sampled
const std::string kNews = "Tugs brought the drifting ferry home last night.";                  // 8 words

}  // namespace

TEST_CASE("without spread every word is story for ever") {
  const Prepared text(kNotice);
  CHECK(text->recurring_from == std::vector<Day>(12, kNever));
  CHECK(story_of(text, kNever - 1).count == 12);
}

TEST_CASE("words whose shingles have crossed are furniture from that day on") {
  const Prepared text(kNotice, "", test::recurring(kNotice, kNight));
  CHECK(text->recurring_from == std::vector<Day>(12, kNight));
  CHECK(story_of(text, kNight - 1).count == 12);
  CHECK(story_of(text, kNight).count == 0);
}

TEST_CASE("a word between a shingle that recurs and one that does not is story") {
  const Prepared text(kNotice + " " + kNews, "", test::recurring(kNotice, kNight));
  std::vector<Day> expected(20, kNever);
  std::fill_n(expected.begin(), 8, kNight);  // the last four words of the notice also stand in shingles of the news
  CHECK(text->recurring_from == expected);
}

TEST_CASE("the later of two crossing days decides for the words between them") {
  const CrossingDays spread = test::recurring(kNotice, kNight);
  const Prepared text(kNotice + " " + kNotice, "", spread);
  CHECK(text->recurring_from.front() == kNight);
  CHECK(text->recurring_from[11] == kNever);  // inside shingles that run from one notice into the next
  CHECK(text->recurring_from.back() == kNight);
}

TEST_CASE("two undated articles are judged without spread") {
  const Prepared text(kNotice, "", test::recurring(kNotice, kNight));
  CHECK(story_of(text, furniture_horizon(std::nullopt, std::nullopt)).count == 12);
  CHECK(story_of(text, furniture_horizon(kNight - 30, std::nullopt)).count == 0);
  CHECK(story_of(text, furniture_horizon(kNight - 31, std::nullopt)).count == 12);
}

TEST_CASE("words that a pattern knows are never story") {
  const Prepared text(test::story(1, 60) + "Read more: Storm closes schools along the coast\n" + test::story(2, 60));
  const auto mask = story_of(text, std::numeric_limits<Day>::min());
  CHECK(mask.count == 120);
  CHECK(std::count(mask.words.begin() + 60, mask.words.begin() + 68, 0) == 8);
}

TEST_CASE("a shingle is story when all of its words are") {
  const Prepared text(test::story(1, 60) + "Read more: Storm closes schools along the coast\n" + test::story(2, 60));
  const auto shingles = story_shingles(text, story_of(text, std::numeric_limits<Day>::min()));
  CHECK(shingles.size() == 124);
  CHECK(std::count(shingles.begin(), shingles.end(), 1) == 112);
  CHECK(shingles[55] == 1);
  CHECK(shingles[56] == 0);
  CHECK(shingles[68] == 1);
}

// The rule as it is written: the nearest sampled shingle that begins at the word or before it, and the nearest that
// ends behind it; at an end of the text the one there is.
std::vector<Day> by_the_rule(const PreparedText& text, const CrossingDays& spread) {
  std::vector<std::uint64_t> at(text.seeds.size());
  for (const Seed& seed : text.seeds) at[seed.place] = seed.shingle;
  const auto sample = sample_shingles(at, Recipe{}.sample_one_in, Recipe{}.sample_floor);
  std::vector<Day> days;
  for (std::size_t word = 0; word < text.tokens.size(); ++word) {
    std::optional<Day> left, right;
    for (std::size_t i = 0; i < at.size(); ++i) {
      if (!std::binary_search(sample.begin(), sample.end(), at[i])) continue;
      if (i <= word) left = spread.of(at[i]);
      if (i + 5 > word && !right) right = spread.of(at[i]);
    }
    days.push_back(std::max(left ? left : right, right ? right : left).value());
  }
  return days;
}

TEST_CASE("which words recur is as the rule says, in texts where only some shingles are sampled") {
  for (std::uint64_t seed = 0; seed < 20; ++seed) {
    const std::string page = test::story(seed, 120);
    const CrossingDays spread = test::recurring(page, kNight);
    const Prepared text(test::story(1000 + seed, 150) + page + test::story(2000 + seed, 100), "", spread);
    REQUIRE(text->recurring_from == by_the_rule(text, spread));
    REQUIRE(story_of(text, kNight).count < story_of(text, kNight - 1).count);
  }
}

}  // namespace wireprint
