#include <catch2/catch.hpp>

#include "support/invented_story.hpp"
#include "support/prepared.hpp"
#include "wireprint/verify/compare.hpp"

namespace wireprint {
namespace {

using test::Prepared;

constexpr PairFacts kApart{.horizon = 19000, .same_outlet = false, .days_apart = 1};
const std::string kTen = "one two three four five six seven eight nine ten";  // 6 shingles

Match compared(const std::string& a, const std::string& b, const PairFacts& facts = kApart) { return compare(Prepared(a), Prepared(b), facts); }

}  // namespace

TEST_CASE("figures of a text that stands inside another, counted by hand") {
  const Match match = compared(kTen, "zero " + kTen + " eleven twelve");  // 13 words, 9 shingles, 6 in common
  CHECK(match.words_a == 10);
  CHECK(match.words_b == 13);
  CHECK(match.jaccard_all == Share{6, 9});
  CHECK(match.jaccard == Share{6, 9});
  CHECK(match.containment_a_in_b == Share{6, 6});
  CHECK(match.containment_b_in_a == Share{6, 9});
  CHECK(match.shared_words == 10);
  CHECK(match.longest_run_words == 10);
}

TEST_CASE("copied speaks of b's words, kept of a's") {
  const Match match = compared(kTen, "zero " + kTen + " eleven twelve");
  CHECK(match.copied == Share{10, 13});
  CHECK(match.kept == Share{10, 10});
}

TEST_CASE("a shingle that stands twice counts once") {
  const Match match = compared(kTen + " " + kTen, kTen);  // a has the 6, and 4 across the seam
  CHECK(match.jaccard_all == Share{6, 10});
  CHECK(match.containment_all_b_in_a == Share{6, 6});
  CHECK(match.kept == Share{10, 20});
}

TEST_CASE("the words of a run that were changed break it") {
  const Match match = compared(kTen + " stop eleven twelve thirteen fourteen fifteen", kTen + " go eleven twelve thirteen fourteen fifteen");
  CHECK(match.shared_words == 15);
  CHECK(match.longest_run_words == 10);
  CHECK(match.passages.size() == 1);
  CHECK(match.passages[0].words == 15);
}

TEST_CASE("what is shared inside quotation marks of either side is quoted") {
  const Match match = compared("“" + kTen + "” said she who knew it", kTen + " as he knew full well");
  CHECK(match.quoted == Share{10, 10});
  CHECK(match.copied_unquoted == Share{0, 5});
  REQUIRE(match.passages.size() == 1);
  CHECK(match.passages[0].quoted);
}

TEST_CASE("the opening is the larger share of the first fifty words") {
  const std::string shared = test::story(1, 100);
  const Match match = compared(shared, test::story(2, 20) + shared);
  CHECK(match.opening == Share{50, 50});
  CHECK(compared(test::story(2, 20) + shared, test::story(3, 10) + shared).opening == Share{40, 50});
}

TEST_CASE("headlines are likened without their figures") {
  const Match match = compare(Prepared(kTen, "Ferry adrift: 214 aboard"), Prepared(kTen, "Ferry adrift, 215 safe"), kApart);
  CHECK(match.headlines == Share{2, 4});
}

TEST_CASE("shared furniture adds to all of the text and to nothing else") {
  const std::string promo = "Read more: Storm closes schools along the Calder coast this week\n";
  const Match match = compared(test::story(1, 60) + promo + test::story(2, 60), test::story(3, 60) + promo + test::story(4, 60));
  CHECK(match.jaccard_all.part == 7);
  CHECK(match.jaccard == Share{0, 224});
  CHECK(match.shared_words == 0);
  CHECK(match.passages.empty());
}

TEST_CASE("what recurs for weeks is taken off, unless the texts are nearly identical as a whole") {
  const std::string notice = test::story(1, 100);
  const CrossingDays spread = test::recurring(notice, 18000);
  const Match apart = compare(Prepared(notice + test::story(2, 100), "", spread), Prepared(notice + test::story(3, 100), "", spread), kApart);
  CHECK(apart.shared_words < 20);
  CHECK_FALSE(apart.all_recurs);
  const Match whole = compare(Prepared(notice, "", spread), Prepared(notice, "", spread), kApart);
  CHECK(whole.shared_words == 100);
  CHECK(whole.all_recurs);
}

TEST_CASE("the horizon decides when what recurs became furniture") {
  const std::string notice = test::story(1, 100);
  const CrossingDays spread = test::recurring(notice, 19001);
  const Prepared a(notice + test::story(2, 100), "", spread);
  const Prepared b(notice + test::story(3, 100), "", spread);
  CHECK(compare(a, b, {.horizon = 19000, .same_outlet = false, .days_apart = 0}).shared_words == 100);
  CHECK(compare(a, b, {.horizon = 19001, .same_outlet = false, .days_apart = 0}).shared_words < 20);
}

TEST_CASE("an empty text and one that shares nothing are compared, and nothing is shared") {
  CHECK(compared("", kTen).jaccard_all == Share{0, 6});
  CHECK(compared("", "").copied.value() == 0.0);
  CHECK(compared(test::story(1, 50), test::story(2, 50)).passages.empty());
}

TEST_CASE("a pair seen from the other side has the same figures with a and b exchanged") {
  for (std::uint64_t seed = 0; seed < 20; ++seed) {
    const std::string shared = test::story(seed, 80);
    const std::string a = test::story(100 + seed, 30) + shared + test::story(200 + seed, 50);
    const std::string b = shared + test::story(300 + seed, 70);
    const Match there = compared(a, b);
    const Match back = compared(b, a);
    REQUIRE(there.copied == back.kept);
    REQUIRE(there.jaccard == back.jaccard);
    REQUIRE(there.containment_a_in_b == back.containment_b_in_a);
    REQUIRE(there.opening == back.opening);
    REQUIRE(there.passages.size() == back.passages.size());
  }
}

TEST_CASE("figures conflict from two on, and above one in a hundred aligned words") {
  Match match;
  match.aligned_words = 250;
  match.number_conflicts = 2;
  CHECK_FALSE(numbers_conflict(match));
  match.number_conflicts = 3;
  CHECK(numbers_conflict(match));
  match.aligned_words = 300;
  CHECK_FALSE(numbers_conflict(match));
  match.aligned_words = 20;
  match.number_conflicts = 1;
  CHECK_FALSE(numbers_conflict(match));
}

}  // namespace wireprint
