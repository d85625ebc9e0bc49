#include <catch2/catch.hpp>

#include "support/invented_story.hpp"
#include "support/prepared.hpp"
#include "wireprint/verify/compare.hpp"

namespace wireprint {
namespace {

using test::Prepared;

constexpr PairFacts kApart{.horizon = 19000, .same_outlet = false, .days_apart = 1};

std::string_view cut(const std::string& body, TextRange range) { return std::string_view(body).substr(range.begin, range.end - range.begin); }

}  // namespace

TEST_CASE("a passage begins with its first letter and ends with its last, in both bodies") {
  const std::string a = "Overnight: “The tug’s crew threw a line,” the harbour master said. Nobody else spoke.";
  const std::string b = "In short, the TUG'S crew threw a line, the harbour master said on Monday.";
  const Match match = compare(Prepared(a), Prepared(b), kApart);
  REQUIRE(match.passages.size() == 1);
  CHECK(cut(a, match.passages[0].a) == "The tug’s crew threw a line,” the harbour master said");
  CHECK(cut(b, match.passages[0].b) == "the TUG'S crew threw a line, the harbour master said");
}

TEST_CASE("Chinese text is cut between characters") {
  const std::string shared = "青禾市首条跨江轻轨线路清晨正式通车";
  const std::string b = "据报道，" + shared + "。";
  const Match match = compare(Prepared(shared + "，首班列车六点整发出"), Prepared(b), kApart);
  REQUIRE(match.passages.size() == 1);
  CHECK(cut(b, match.passages[0].b) == shared);
}

TEST_CASE("passages come by place in a, whatever their order in b") {
  const std::string first = test::story(1, 40), second = test::story(2, 60), third = test::story(3, 50);
  const Match match = compare(Prepared(first + second + third), Prepared(third + first + second), kApart);
  REQUIRE(match.passages.size() == 2);  // first and second still follow each other
  CHECK(match.passages[0].a.begin == 0);
  CHECK(match.passages[0].words == 100);
  CHECK(match.passages[1].b.begin == 0);
}

TEST_CASE("passages lie inside the bodies, sorted and apart, in random pairs of edited texts") {
  test::Random random(5);
  for (int round = 0; round < 200; ++round) {
    const std::string one = test::story(random.next(), 50), two = test::story(random.next(), 30), own = test::story(random.next(), 20);
    const std::string a = one + own + two, b = two + one.substr(random.below(100)) + own.substr(0, random.below(100));
    const Match match = compare(Prepared(a), Prepared(b), kApart);
    REQUIRE_FALSE(match.passages.empty());
    std::uint32_t end = 0, words = 0;
    for (const auto& passage : match.passages) {
      REQUIRE(passage.a.begin >= end);
      REQUIRE(passage.a.begin < passage.a.end);
      REQUIRE(passage.a.end <= a.size());
      REQUIRE(passage.b.begin < passage.b.end);
      REQUIRE(passage.b.end <= b.size());
      end = passage.a.end;
      words += passage.words;
    }
    REQUIRE(words <= match.shared_words);
  }
}

}  // namespace wireprint
