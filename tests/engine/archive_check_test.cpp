// What an archive says of an article that it does not hold.
#include <catch2/catch.hpp>

#include "support/grown_archive.hpp"
#include "support/random_newsroom.hpp"

namespace wireprint {
namespace {

using test::GrownArchive;
using test::Record;

constexpr Day kDay = 19'700;

CheckAnswer checked(const GrownArchive& archive, const Record& record, CheckOptions options = {}) {
  auto answer = archive.archive().check(test::parsed({test::json_line(record)}).at(0), options);
  REQUIRE(answer);
  return *answer;
}

Record print(const std::string& key, Day day, const std::string& body) { return {key, "Outlet of " + key, test::iso_day(day), "Headline of " + key, body}; }

std::vector<std::string> keys_of(const CheckAnswer& answer) {
  std::vector<std::string> keys;
  for (const auto& match : answer.matches) keys.push_back(match.article.key.text);
  return keys;
}

}  // namespace

TEST_CASE("check names the copies of an article, the best first, and the cluster that they stand in") {
  GrownArchive archive;
  const std::string text = test::story(1, 120);
  archive.add(test::json_lines({print("whole", kDay, text), print("part", kDay, text.substr(0, text.size() / 2)), print("other", kDay, test::story(2, 120))}));
  const auto answer = checked(archive, print("new", kDay + 1, text + test::story(9, 10)));
  CHECK(verdict_of(answer) == Verdict::Copy);
  CHECK(keys_of(answer) == std::vector<std::string>{"whole", "part"});
  CHECK(answer.cluster == archive.view()->cluster(1)->id);
  CHECK(answer.original.text == "whole");
  CHECK(answer.known_share->value() > 0.85);
  CHECK(answer.known_share->value() < 1.0);
}

TEST_CASE("check sees the archived article as a, also when the question is the earlier one") {
  GrownArchive archive;
  const std::string text = test::story(1, 120);
  archive.add(test::json_lines({print("late", kDay, text)}));
  const auto answer = checked(archive, print("early", kDay - 3, text.substr(0, text.size() / 2)));
  REQUIRE(answer.matches.size() == 1);
  CHECK(answer.matches[0].match.copied.value() == 1.0);
  CHECK(answer.matches[0].match.kept.value() < 0.6);
}

TEST_CASE("check adds up what several articles hold of one") {
  GrownArchive archive;
  archive.add(test::json_lines({print("a", kDay, test::story(1, 100)), print("b", kDay, test::story(2, 100))}));
  const auto answer = checked(archive, print("new", kDay, test::story(1, 100) + test::story(2, 100)));
  CHECK(answer.matches.size() == 2);
  CHECK(answer.known_share->value() > 0.95);
}

TEST_CASE("check leaves out the article's own key, what is below the least share, and more than the most wanted") {
  GrownArchive archive;
  const std::string text = test::story(1, 120);
  archive.add(test::json_lines({print("a", kDay, text), print("b", kDay, text), print("c", kDay, text), print("d", kDay, test::story(3, 100) + text.substr(0, text.size() / 3))}));
  CHECK(keys_of(checked(archive, print("b", kDay, text), {.min = 0.9})) == std::vector<std::string>{"a", "c"});
  CHECK(keys_of(checked(archive, print("new", kDay, text), {.top = 2})) == std::vector<std::string>{"a", "b"});
}

TEST_CASE("check of an article without a word, or without a copy, has no match") {
  GrownArchive archive;
  archive.add(test::json_lines({print("a", kDay, test::story(1, 120))}));
  const auto empty = checked(archive, print("new", kDay, ""));
  CHECK(empty.status == Status::Empty);
  CHECK_FALSE(verdict_of(empty));
  const auto other = checked(archive, print("new", kDay, test::story(2, 120)));
  CHECK(other.matches.empty());
  CHECK(other.known_share == Share{0, 120});
}

TEST_CASE("of two copies that come in a row the second names the first, and the first not the second") {
  GrownArchive archive;
  const std::string text = test::story(1, 120);
  const auto each = archive.add_each(test::json_lines({print("a", kDay, text), print("b", kDay, text), print("c", kDay, test::story(2, 100))}));
  REQUIRE(each.answers.size() == 3);
  CHECK(each.answers[0].matches.empty());
  CHECK(keys_of(each.answers[1]) == std::vector<std::string>{"a"});
  CHECK(each.answers[2].matches.empty());
  CHECK(each.answers[0].cluster == "a");
  CHECK(each.answers[1].original.text == "a");
  CHECK(each.answers[2].cluster.empty());
}

TEST_CASE("articles that come in groups with an answer each make the clusters of one run") {
  const auto seed = GENERATE(range(1, 6));
  GrownArchive archive;
  const auto lines = test::json_lines(test::RandomNewsroom(static_cast<std::uint64_t>(seed)).articles(80));
  for (std::size_t i = 0; i < lines.size(); i += 8) {
    const auto each = archive.add_each({lines.begin() + static_cast<std::ptrdiff_t>(i), lines.begin() + static_cast<std::ptrdiff_t>(i + 8)});
    for (std::size_t n = 0; n < 8; ++n) CHECK(each.answers[n].article.key.text == archive.view()->record(each.report.docs[n])->key.text);
  }
  CHECK(archive.account().difference(archive.of_one_run()) == "");
}

TEST_CASE("an archive without texts judges on fingerprints, whatever the batches and the order, and says so") {
  const auto seed = GENERATE(range(1, 9));
  test::Random random(static_cast<std::uint64_t>(seed));
  auto lines = test::json_lines(test::RandomNewsroom(static_cast<std::uint64_t>(seed)).articles(100));
  GrownArchive at_once({}, 2, false);
  at_once.add(lines);
  CHECK(at_once.account().count("cluster") > 3);
  for (std::size_t i = lines.size(); i > 1; --i) std::swap(lines[i - 1], lines[random.below(static_cast<std::uint32_t>(i))]);
  GrownArchive grown({}, 1, false);
  for (std::size_t i = 0; i < lines.size(); i += 5) grown.add({lines.begin() + static_cast<std::ptrdiff_t>(i), lines.begin() + static_cast<std::ptrdiff_t>(i + 5)});
  CHECK(grown.account().difference(at_once.account()) == "");
}

TEST_CASE("check of an archive without texts gives bounds, between which the shares lie") {
  GrownArchive archive({}, 1, false);
  archive.add(test::json_lines({print("a", kDay, test::story(1, 400))}));
  const auto answer = checked(archive, print("new", kDay, test::story(1, 400) + test::story(2, 400)));
  REQUIRE(answer.matches.size() == 1);
  const auto& match = answer.matches[0];
  REQUIRE(match.copied_estimate);
  CHECK(match.copied_estimate->lower <= 0.5);
  CHECK(match.copied_estimate->upper >= 0.5);
  CHECK(match.kept_estimate->upper >= 0.99);
  CHECK(answer.known_share->value() > 0.3);
  CHECK(answer.known_share->value() < 0.7);
}

TEST_CASE("articles whose texts were taken out stay in their clusters, and can be found") {
  GrownArchive archive;
  const std::string text = test::story(1, 120);
  archive.add(test::json_lines({print("a", kDay, text), print("b", kDay, text + test::story(3, 30)), print("c", kDay, text)}));
  const auto before = archive.account();
  archive.remove_texts({"a", "b"});
  CHECK(archive.account().difference(before) == "");
  CHECK_FALSE(archive.view()->article(archive.view()->key("a")->newest));
  archive.add(test::json_lines({print("d", kDay + 1, text)}));
  const auto view = archive.view();
  CHECK(view->standing(view->key("a")->newest)->cluster == 1);
  CHECK(view->standing(view->key("d")->newest)->cluster == 1);
}

TEST_CASE("check says of each article what adding it would: the copies that it then has") {
  const auto seed = GENERATE(range(1, 6));
  auto records = test::RandomNewsroom(static_cast<std::uint64_t>(seed)).articles(120);
  GrownArchive archive;
  const std::vector<Record> known(records.begin(), records.begin() + 90);
  archive.add(test::json_lines(known));
  int copies = 0;
  for (int i = 90; i < 120; ++i) {
    Record record = records[static_cast<std::size_t>(i)];
    record.key = "new";
    const auto answer = checked(archive, record, {.top = 100});
    archive.add({test::json_line(record)});
    const auto view = archive.view();
    const DocId doc = view->key("new")->newest;
    CHECK(answer.status == (view->standing(doc)->has_content ? view->record(doc)->status : Status::NoContent));
    const auto told = keys_of(answer);
    for (const CopyRecord& copy : view->copies(doc)) {
      const std::string other = view->record(copy.a == doc ? copy.b : copy.a)->key.text;
      const auto found = std::ranges::find_if(answer.matches, [&](const ArchivedMatch& m) { return m.article.key.text == other && m.match.verdict == Verdict::Copy; });
      REQUIRE(found != answer.matches.end());
      const Match match = copy.a == doc ? turned(found->match) : found->match;
      CHECK(match.copied == copy.copied);
      CHECK(match.kept == copy.kept);
      ++copies;
    }
    archive.remove({"new"});
  }
  CHECK(copies > 10);
}

}  // namespace wireprint
