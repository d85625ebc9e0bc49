#include <catch2/catch.hpp>

#include <set>

#include "support/invented_story.hpp"
#include "support/records.hpp"

namespace wireprint {
namespace {

using test::Record;
using test::Run;
using test::story;

std::vector<Record> newsroom() {
  const std::string wire = story(1, 200);
  return {{"wire", "One", "2024-03-04T08:00:00Z", "Ferry adrift", wire},
          {"copy", "Two", "2024-03-04T09:00:00Z", "Ferry towed home", story(1, 120) + "\nRead more: Storm closes schools along the coast"},
          {"top", "Three", "2024-03-04T10:00:00Z", "Fire on ferry", story(2, 100) + wire.substr(wire.size() * 2 / 5)},
          {"block", "Four", "2024-03-04T11:00:00Z", "Islanders complain", story(3, 150) + story(1, 45)},
          {"other", "Five", "2024-03-04T12:00:00Z", "Chess", story(4, 100)},
          {"empty", "Six", "2024-03-04T12:00:00Z", "Video", ""}};
}

// Pages of one day under one block of boilerplate.
std::vector<Record> pages_of_a_day(int pages) {
  std::vector<Record> records;
  for (int i = 0; i < pages; ++i) {
    const auto number = std::to_string(1000 + i);
    records.push_back({"page" + number, "Outlet " + number, "2024-03-04T08:00:00Z", "Page " + number, story(1, 60) + story(1000 + static_cast<std::uint64_t>(i), 250)});
  }
  return records;
}

// One outlet's daily form of 300 words, with `own` words of each day.
std::vector<Record> a_form_for_weeks(int own) {
  std::vector<Record> records;
  for (int day = 1; day < 28; ++day) {
    const auto number = std::to_string(100 + day).substr(1);
    records.push_back({"form" + number, "Outlet", "2024-01-" + number + "T08:00:00Z", "Form " + number, story(2, 300) + story(5000 + static_cast<std::uint64_t>(day), own)});
  }
  return records;
}

}  // namespace

TEST_CASE("a pair that was joined is explained with its match and its samples") {
  const Run run(newsroom());
  const auto pair = run.engine().explain("copy", "wire");
  REQUIRE(pair);
  CHECK(pair->fate == PairFate::Joined);
  CHECK(run.key(pair->match.a) == "wire");
  CHECK(pair->match.role == Role::Trimmed);
  CHECK(pair->shared_story_samples == pair->shared_samples);
  CHECK(pair->shared_samples > 5);
  CHECK(pair->resemblance == Approx(pair->match.jaccard_all.value()).margin(0.15));
}

TEST_CASE("a pair that is joined through others only is joined apart") {
  const Run run(newsroom());
  const auto pair = run.engine().explain("copy", "top");
  REQUIRE(pair);
  CHECK(pair->match.verdict != Verdict::Copy);
  CHECK(pair->fate == PairFate::JoinedApart);
}

TEST_CASE("a pair that was compared and is no copy was refused") {
  const Run run(newsroom());
  const auto pair = run.engine().explain("wire", "block");
  REQUIRE(pair);
  CHECK(pair->fate == PairFate::Refused);
  CHECK(name_of(pair->match.reasons.front()) == "block_shared");
}

TEST_CASE("a pair that no index proposed is compared for the explanation alone") {
  const Run run(newsroom());
  const auto pair = run.engine().explain("wire", "other");
  REQUIRE(pair);
  CHECK(pair->fate == PairFate::NotCompared);
  CHECK(pair->shared_samples == 0);
  CHECK(pair->match.verdict == Verdict::Different);
}

TEST_CASE("a pair that was not compared is explained with what kept the indexes from it") {
  const auto explained = [](const std::vector<Record>& records, const std::string& a, const std::string& b) {
    ClusterOptions options;
    options.keep_refused = true;
    const Run run(records, std::move(options));
    const auto pair = run.engine().explain(a, b);
    REQUIRE(pair);
    CHECK(pair->fate == PairFate::NotCompared);
    return pair->unproposed;
  };
  CHECK(explained(newsroom(), "wire", "other") == Unproposed::TooLittle);
  CHECK(explained(pages_of_a_day(260), "page1100", "page1255") == Unproposed::Crowd);
  CHECK(explained(a_form_for_weeks(250), "form01", "form27") == Unproposed::Recurring);
  CHECK(explained(a_form_for_weeks(45), "form01", "form27") == Unproposed::NotReissued);
}

TEST_CASE("a pair is told which nearly identical texts were compared in its place") {
  auto records = newsroom();
  records.push_back({"print", "Seven", "2024-03-04T13:00:00Z", "Ferry adrift", records.front().body});
  const Run run(records);
  const auto pair = run.engine().explain("print", "block");
  REQUIRE(pair);
  REQUIRE(pair->in_place);
  CHECK(std::set{run.key(pair->in_place->first), run.key(pair->in_place->second)} == std::set<std::string>{"wire", "block"});
  CHECK_FALSE(run.engine().explain("wire", "block")->in_place);
}

TEST_CASE("a copy on which a cluster hung was cut") {
  std::vector<Record> records;
  const auto add = [&](const std::string& key, const std::string& body) { records.push_back({key, "Outlet " + key, "2024-03-04T08:00:00Z", "Head " + key, body}); };
  for (int i = 0; i < 4; ++i) add("a" + std::to_string(i), story(1, 200) + story(20 + static_cast<std::uint64_t>(i), 60));
  for (int i = 0; i < 4; ++i) add("b" + std::to_string(i), story(2, 200) + story(30 + static_cast<std::uint64_t>(i), 60));
  add("bridge", story(1, 200) + story(2, 200));
  const Run run(records);
  REQUIRE(run->clusters.size() == 2);
  CHECK(run->counts.cut_edges > 0);
  const bool with_a = run.article("bridge").cluster == run.article("a0").cluster;
  const auto pair = run.engine().explain("bridge", with_a ? "b0" : "a0");
  REQUIRE(pair);
  CHECK(pair->match.verdict == Verdict::Copy);
  CHECK(pair->fate == PairFate::Cut);
}

TEST_CASE("an article is explained with its furniture, its story words and the nearest, copies first") {
  const Run run(newsroom());
  const auto article = run.engine().explain("copy");
  REQUIRE(article);
  REQUIRE(article->furniture.size() == 1);
  CHECK(article->furniture[0].kind == FurnitureKind::Promo);
  CHECK(article->story_words == 120);
  REQUIRE(article->nearest.size() >= 2);
  CHECK(article->nearest.size() <= 5);
  CHECK(article->nearest[0].verdict == Verdict::Copy);
  CHECK(run.key(article->nearest[0].a) == "wire");
}

TEST_CASE("an article that was not compared is explained without nearest ones") {
  const Run run(newsroom());
  const auto article = run.engine().explain("empty");
  REQUIRE(article);
  CHECK(article->nearest.empty());
  CHECK(run->articles.at(article->article).status == Status::Empty);
}

TEST_CASE("unknown keys, twice one key and uncompared articles are errors that say so") {
  const Run run(newsroom());
  const auto code = [&](const std::string& a, const std::string& b) { return run.engine().explain(a, b).error(); };
  CHECK(code("wire", "nobody").code == ErrorCode::NotFound);
  CHECK_THAT(code("wire", "nobody").message, Catch::Contains("'nobody'"));
  CHECK(code("wire", "wire").code == ErrorCode::InvalidArgument);
  CHECK_THAT(code("wire", "empty").message, Catch::Contains("status is empty"));
  CHECK(run.engine().explain("nobody").error().code == ErrorCode::NotFound);
}

TEST_CASE("before anything was read no key is known") {
  const Engine engine({});
  CHECK(engine.explain("a").error().code == ErrorCode::NotFound);
  CHECK(engine.explain("a", "b").error().code == ErrorCode::NotFound);
}

}  // namespace wireprint
