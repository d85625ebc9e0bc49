#include <catch2/catch.hpp>

#include "engine/pair_rules.hpp"
#include "wireprint/text/letters.hpp"

namespace wireprint {
namespace {

const std::string kRead =
    "The harbour bridge at Wexcombe will close for six weeks from Monday while its bearings are replaced, the mayor said after a long night of talks. "
    "Ferries will run every ten minutes until the work is done, and schools on the island open an hour later than usual.";
const std::string kMisread =
    "Tbe harb0ur bridgc at Wexcornbe wi11 close for six wecks from Monday whilc its bearinqs are replaced, the mayor saidafter a 1ong night of ta1ks. "
    "Ferties will run evety ten minutes until tbe work is donc, and sch0ols on tbe island opcn an hour later tban usual.";

Match judged(const std::string& a, const std::string& b, const Recipe& recipe) {
  const auto article = [](const std::string& body) {
    Article made;
    made.body = body;
    return made;
  };
  const Article first = article(a);
  const Article second = article(b);
  return judge_pair(prepare(first, recipe, CrossingDays{}), prepare(second, recipe, CrossingDays{}), {}, CopyRule{});
}

std::string tide_table(const std::string& high, const std::string& low, const std::string& wind) {
  return "High water at the north mole is at " + high + " hours and low water at the same place at " + low + " hours tonight. The wind is from the west at " + wind +
         " knots and the pilots ask all masters to keep to the eastern channel until dawn.";
}

}  // namespace

TEST_CASE("a copy whose letters were misread is one by letters, and none by words") {
  const Match by_words = judged(kRead, kMisread, Recipe{});
  const Match by_letters = judged(kRead, kMisread, ocr_recipe());
  CHECK(by_words.verdict != Verdict::Copy);
  CHECK(by_letters.verdict == Verdict::Copy);
  CHECK(by_letters.copied.value() > 0.8);
  CHECK(by_letters.kept.value() > 0.8);
}

TEST_CASE("by letters, texts that were not misread are judged by all their words") {
  const Match match = judged(kRead, kRead, ocr_recipe());
  CHECK(match.verdict == Verdict::Copy);
  CHECK(match.reasons.front() == Reason::IdenticalText);
  CHECK(match.shared_words == match.words_a);
}

TEST_CASE("by letters, other stories share nothing") {
  const Match match = judged(kRead, "Council elections were held in all nine districts, where turnout rose to a record and two parties lost their seats to newcomers.", ocr_recipe());
  CHECK(match.verdict == Verdict::Different);
  CHECK(match.shared_words == 0);
}

TEST_CASE("by letters, figures that are others nearly everywhere are a template's, and one that was misread is not") {
  CHECK(judged(tide_table("14", "21", "37"), tide_table("16", "23", "58"), ocr_recipe()).verdict == Verdict::Template);
  CHECK(judged(tide_table("14", "21", "37"), tide_table("14", "21", "31"), ocr_recipe()).verdict == Verdict::Copy);
}

TEST_CASE("may_be_copy refuses by letters no pair that is a copy") {
  Article first;
  Article second;
  first.body = kRead;
  second.body = kMisread;
  const CrossingDays none;
  CHECK(may_be_copy(prepare_words(first, {}, ocr_recipe(), none), prepare_words(second, {}, ocr_recipe(), none), 0, CopyRule{}));
}

}  // namespace wireprint
