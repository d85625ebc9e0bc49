#include "wireprint/text/letters.hpp"

#include <algorithm>
#include <catch2/catch.hpp>

#include "support/random_text.hpp"
#include "wireprint/text/tokenizer.hpp"

namespace wireprint {
namespace {

std::vector<std::uint64_t> grams(std::string_view text) { return hash_letters(spell(text)); }

std::size_t common(const std::vector<std::uint64_t>& a, const std::vector<std::uint64_t>& b) {
  return static_cast<std::size_t>(std::ranges::count_if(a, [&](std::uint64_t gram) { return std::ranges::find(b, gram) != b.end(); }));
}

// Table of distances between all beginnings, as Levenshtein wrote it.
std::size_t slow_distance(std::u32string_view a, std::u32string_view b) {
  if (a.empty() || b.empty()) return a.size() + b.size();
  const std::size_t changed = slow_distance(a.substr(1), b.substr(1)) + (a[0] != b[0] ? 1U : 0U);
  return std::min({changed, slow_distance(a.substr(1), b) + 1, slow_distance(a, b.substr(1)) + 1});
}

}  // namespace

TEST_CASE("each token has its letters, normalised, and a hash of its own") {
  const Spelling spelling = spell("The Ferry’s “OFF”: 1,250 Gäste");
  REQUIRE(spelling.size() == 5);
  CHECK(spelling[0] == U"the");
  CHECK(spelling[1] == U"ferry's");
  CHECK(spelling[2] == U"off");
  CHECK(spelling[3] == U"1,250");
  CHECK(spelling[4] == U"gaste");
  CHECK(hash_letters(spelling).size() == 5);
  CHECK(spell("").size() == 0);
  CHECK(grams("").empty());
}

TEST_CASE("a text has as many words by letters as it has tokens, whatever its bytes") {
  test::Random random(3);
  for (int round = 0; round < 300; ++round) {
    const std::string text = round % 2 == 0 ? test::random_news(random) : test::random_unicode(random);
    CHECK(grams(text).size() == tokenize(text).size());
  }
}

TEST_CASE("a gap that was lost or read into a word costs only the words that begin there") {
  const std::string read = "the harbour bridge will close for six long weeks from monday";
  CHECK(common(grams(read), grams("the harbour bridge will closefor six long weeks from monday")) == 10);  // all but "for"
  CHECK(common(grams(read), grams("the harbour bridge will cl ose for six long weeks from monday")) == 11);
}

TEST_CASE("a misread letter costs the words whose next letters reach it, and no others") {
  const auto read = grams("the harbour bridge will close for six long weeks from monday");
  CHECK(common(read, grams("the harbour bridge will c1ose for six long weeks from monday")) == 9);  // will, close
}

TEST_CASE("two in five letters may be misread") {
  CHECK(may_be_one_word(U"harbour", U"hatb0ur"));
  CHECK(may_be_one_word(U"harbour", U"arbou"));
  CHECK_FALSE(may_be_one_word(U"harbour", U"parlor"));
  CHECK(may_be_one_word(U"tie", U"the"));
  CHECK_FALSE(may_be_one_word(U"of", U"0f"));
  CHECK(may_be_one_word(U"", U""));
  CHECK_FALSE(may_be_one_word(U"", U"a"));
  const std::u32string address(200, U'a');
  CHECK(may_be_one_word(address, address));
  CHECK_FALSE(may_be_one_word(address, address + U"b"));
}

TEST_CASE("which words may be one agrees with the definition") {
  test::Random random(5);
  const auto word = [&] {
    std::u32string letters;
    for (std::uint32_t i = random.below(8); i > 0; --i) letters += static_cast<char32_t>(U'a' + random.below(3));
    return letters;
  };
  for (int round = 0; round < 3000; ++round) {
    const auto a = word();
    const auto b = word();
    CHECK(may_be_one_word(a, b) == (slow_distance(a, b) <= 2 * std::max(a.size(), b.size()) / 5));
  }
}

}  // namespace wireprint
