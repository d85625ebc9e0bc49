#include <catch2/catch.hpp>

#include "support/invented_story.hpp"
#include "support/prepared.hpp"
#include "wireprint/verify/judgement.hpp"

namespace wireprint {
namespace {

using test::Prepared;
using test::story;

struct Page {
  std::string body;
  std::string headline = "Tugs bring ferry home";
};

constexpr PairFacts kOtherOutlet{.horizon = 19000, .same_outlet = false, .days_apart = 1};
constexpr PairFacts kSameOutlet{.horizon = 19000, .same_outlet = true, .days_apart = 3};

Match judged(const Page& a, const Page& b, const PairFacts& facts = kOtherOutlet, const CrossingDays& spread = {}) {
  Match match = compare(Prepared(a.body, a.headline, spread), Prepared(b.body, b.headline, spread), facts);
  judge(match, {});
  return match;
}

void check(const Match& match, Verdict verdict, std::vector<Reason> reasons) {
  CHECK(name_of(match.verdict) == name_of(verdict));
  REQUIRE_FALSE(match.reasons.empty());
  CHECK(name_of(match.reasons.front()) == name_of(reasons.front()));
  CHECK(match.reasons == reasons);
}

// Ten sentences with a figure each.
std::string figures(int first) {
  std::string text;
  for (int i = 0; i < 10; ++i) text += story(500 + static_cast<std::uint64_t>(i), 8) + std::to_string(first + 7 * i) + " " + story(600 + static_cast<std::uint64_t>(i), 6);
  return text;
}

}  // namespace

TEST_CASE("equal texts are a copy whatever else is known of them") {
  check(judged({story(1, 100)}, {story(1, 100), "Another headline"}, kSameOutlet), Verdict::Copy, {Reason::IdenticalText});
  check(judged({"Match abandoned."}, {"MATCH ABANDONED!"}), Verdict::Copy, {Reason::IdenticalText});
}

TEST_CASE("texts that contain each other are a copy") {
  check(judged({story(1, 200)}, {story(1, 200) + "Nobody was hurt."}), Verdict::Copy, {Reason::ContainedWhole});
}

TEST_CASE("texts that contain each other are a copy even where all of it recurs") {
  const CrossingDays spread = test::recurring(story(1, 200), 18000);
  check(judged({story(1, 200)}, {story(1, 200) + "Nobody was hurt."}, kOtherOutlet, spread), Verdict::Copy, {Reason::ContainedWhole});
}

TEST_CASE("enough of the shorter story makes a copy") {
  check(judged({story(1, 200)}, {story(1, 60) + story(2, 60)}), Verdict::Copy, {Reason::StoryShared});
}

TEST_CASE("a notice under the same headline at another outlet is a copy, though its words recur") {
  const Page notice{story(1, 200)};
  const Page again{story(1, 180) + story(2, 20)};
  const CrossingDays spread = test::recurring(notice.body, 18000);
  check(judged(notice, again, kOtherOutlet, spread), Verdict::Copy, {Reason::Reissued});
  CHECK(judged(notice, again, kSameOutlet, spread).verdict != Verdict::Copy);
  CHECK(judged(notice, {again.body, "Of something else"}, kOtherOutlet, spread).verdict != Verdict::Copy);
}

TEST_CASE("the same words around other figures are a template") {
  check(judged({figures(100)}, {figures(1000)}), Verdict::Template, {Reason::NumberConflicts, Reason::StoryShared});
}

TEST_CASE("other figures on one day are an update, where nearly all else is the same") {
  const PairFacts one_day{.horizon = 19000, .same_outlet = false, .days_apart = 0};
  check(judged({figures(100)}, {figures(1000)}, one_day), Verdict::Copy, {Reason::StoryShared});
}

TEST_CASE("the same words around another subject are a template") {
  const auto appointment = [](const std::string& name) { return Page{story(1, 40) + "The board named " + name + " to lead the company. " + story(2, 40), name + " to lead"}; };
  check(judged(appointment("Maribel"), appointment("Torvald")), Verdict::Template, {Reason::OtherSubject, Reason::ContainedWhole});
}

TEST_CASE("one outlet's pages of different days that share a frame are a series") {
  const Page monday{story(1, 100) + story(2, 90), "Harbour diary"};
  const Page thursday{story(1, 100) + story(3, 90), "Harbour diary"};
  check(judged(monday, thursday, kSameOutlet), Verdict::Template, {Reason::Series, Reason::StoryShared});
  CHECK(judged(monday, thursday, kOtherOutlet).verdict == Verdict::Copy);
}

TEST_CASE("pages of different days with other words all through the frame are a form that was filled in again") {
  const auto notice = [](int first) {
    std::string text;
    for (int i = 0; i < 20; ++i) text += story(100 + static_cast<std::uint64_t>(i), 10) + story(static_cast<std::uint64_t>(first + i), 8);
    return Page{text};
  };
  const PairFacts days_apart{.horizon = 19000, .same_outlet = false, .days_apart = 5};
  check(judged(notice(300), notice(400), days_apart), Verdict::Template, {Reason::Form, Reason::StoryShared});
  CHECK(judged(notice(300), notice(400)).verdict == Verdict::Copy);  // the next day it is rewritten copy, but not by the outlet that had it
  const PairFacts next_day{.horizon = 19000, .same_outlet = true, .days_apart = 1};
  check(judged(notice(300), notice(400), next_day), Verdict::Template, {Reason::Form, Reason::StoryShared});
}

TEST_CASE("days later a page that holds most of a story, or whole paragraphs of it, is still a copy") {
  const PairFacts days_apart{.horizon = 19000, .same_outlet = false, .days_apart = 5};
  CHECK(judged({story(1, 100) + story(2, 100)}, {story(1, 100) + story(3, 100)}, days_apart).verdict == Verdict::Copy);
  std::string edited;
  for (std::uint64_t i = 0; i < 20; ++i) edited += story(100 + i, 12) + story(200 + i, 3);
  std::string again;
  for (std::uint64_t i = 0; i < 20; ++i) again += story(100 + i, 12) + story(300 + i, 3);
  CHECK(judged({edited}, {again}, days_apart).verdict == Verdict::Copy);
}

TEST_CASE("a page that stands whole in another of its outlet is a version of it, whatever it opens with") {
  const Page first{story(1, 100), "Ferry adrift"};
  const Page later{story(3, 60) + story(1, 100), "Library flooded"};
  const PairFacts next_day{.horizon = 19000, .same_outlet = true, .days_apart = 1};
  check(judged(first, later, next_day), Verdict::Copy, {Reason::StoryShared});
}

TEST_CASE("one outlet's pages that share neither opening nor headline share a block") {
  const Page one{story(2, 60) + story(1, 100), "Ferry adrift"};
  const Page two{story(3, 60) + story(1, 100), "Library flooded"};
  check(judged(one, two, kSameOutlet), Verdict::Partial, {Reason::OutletBlock, Reason::StoryShared});
  CHECK(judged(one, two, kOtherOutlet).verdict == Verdict::Copy);
}

TEST_CASE("where little but a statement is shared, the pair is a quote") {
  const std::string statement = "“" + story(1, 60) + "” ";
  check(judged({story(2, 100) + statement}, {statement + story(3, 100)}), Verdict::Quote, {Reason::MostlyQuoted});
}

TEST_CASE("a long statement makes no copy of two reporters' stories") {
  const std::string statement = "“" + story(1, 120) + "” ";
  check(judged({story(2, 80) + statement}, {statement + story(3, 80)}), Verdict::Quote, {Reason::MostlyQuoted});
}

TEST_CASE("an item in a digest is partial") {
  check(judged({story(1, 60)}, {story(2, 300) + story(1, 60) + story(3, 300)}), Verdict::Partial, {Reason::WithinDigest});
}

TEST_CASE("a shared block of background is partial, scattered phrases are not") {
  check(judged({story(2, 100) + story(1, 50)}, {story(1, 50) + story(3, 100)}), Verdict::Partial, {Reason::BlockShared});
  check(judged({story(1, 14) + story(2, 90) + story(4, 14)}, {story(4, 14) + story(3, 90) + story(1, 14)}), Verdict::Different, {Reason::LittleShared});
}

TEST_CASE("a sentence or less proves nothing") {
  check(judged({story(1, 12) + story(2, 100)}, {story(1, 12) + story(3, 100)}), Verdict::Different, {Reason::FewWords});
}

TEST_CASE("shared furniture is no story") {
  const std::string promo = "Read more: Storm closes schools along the coast of Calder and the islands\n";
  check(judged({story(1, 40) + "\n" + promo + story(2, 40)}, {story(3, 40) + "\n" + promo + story(4, 40)}), Verdict::Different, {Reason::FurnitureOnly});
}

TEST_CASE("texts of different words share nothing") {
  check(judged({story(1, 100)}, {story(2, 100)}), Verdict::Different, {Reason::NothingShared});
  check(judged({""}, {""}), Verdict::Different, {Reason::NothingShared});
}

TEST_CASE("a template that shares little story is told by its figures") {
  const Page one{figures(100) + story(2, 400)};
  const Page two{figures(1000) + story(3, 400)};
  check(judged(one, two), Verdict::Template, {Reason::NumberConflicts});
}

}  // namespace wireprint
