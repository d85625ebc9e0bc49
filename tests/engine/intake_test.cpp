#include <catch2/catch.hpp>

#include "support/invented_story.hpp"
#include "support/records.hpp"

namespace wireprint {
namespace {

using test::Record;
using test::Run;

const std::string kBody = test::story(1, 80);

Status status_of(const std::string& body) { return Run({Record{"k", "Outlet", "2024-03-04", "Headline", body}}).article("k").status; }

// So many articles of one outlet, the last one at another time.
Precision precision_of(int dates, const std::string& last) {
  std::vector<Record> records;
  for (int i = 0; i < dates; ++i) {
    const bool is_last = i + 1 == dates;
    records.push_back({"k" + std::to_string(i), "Outlet", is_last ? last : "2024-03-04T00:00:00Z", "H", test::story(static_cast<std::uint64_t>(i), 30)});
  }
  return Run(records).article("k0").article.published.precision;
}

}  // namespace

TEST_CASE("an article without words is empty, one of furniture alone has no content, a very short one is short") {
  CHECK(status_of("") == Status::Empty);
  CHECK(status_of(" — … \n") == Status::Empty);
  CHECK(status_of("Read more: Storm closes schools along the coast") == Status::NoContent);
  CHECK(status_of("Match abandoned.") == Status::Short);
  CHECK(status_of("Match abandoned after the floodlights failed.") == Status::Ok);
}

TEST_CASE("short articles are compared whole") {
  const Run run({Record{"a", "One", "2024-03-04", "Football", "Match abandoned, floodlights failed."}, Record{"b", "Two", "2024-03-04", "Football", "Match abandoned; floodlights failed"},
                 Record{"c", "Three", "2024-03-04", "Football", "Match abandoned."}});
  CHECK(run.clusters() == std::vector<std::vector<std::string>>{{"a", "b"}});
}

TEST_CASE("empty articles are no copies of each other") {
  CHECK(Run({Record{"a", "One", "2024-03-04", "Same", ""}, Record{"b", "Two", "2024-03-04", "Same", ""}})->clusters.empty());
}

TEST_CASE("of two versions under one key the later is judged") {
  const Run run({Record{"a", "One", "2024-03-04", "H", kBody}, Record{"b", "Two", "2024-03-05", "H", kBody}, Record{"b", "Two", "2024-03-06", "H", test::story(2, 80)}});
  CHECK(run->counts.statuses == std::map<Status, std::uint64_t>{{Status::Ok, 2}, {Status::Superseded, 1}});
  CHECK(run->clusters.empty());
  CHECK(run->articles[1].status == Status::Superseded);
}

TEST_CASE("the date of updating tells versions apart before that of publishing") {
  const Run run({Record{"a", "One", "2024-03-06", "H", "Older words stand here for once.", "2024-03-06T10:00:00Z"}, Record{"a", "One", "2024-03-04", "H", kBody, "2024-03-07T10:00:00Z"}});
  CHECK(run.article("a").words == 80);
}

TEST_CASE("of versions with the same dates the one that came later is judged") {
  const Record longer{"a", "One", "2024-03-04", "H", kBody};
  const Record shorter{"a", "One", "2024-03-04", "H", test::story(2, 40)};
  CHECK(Run({longer, shorter}).article("a").words == 40);
  CHECK(Run({shorter, longer}).article("a").words == 80);
}

TEST_CASE("twenty dates that are all midnight have the precision of a day") {
  CHECK(precision_of(20, "2024-03-05T00:00:00Z") == Precision::WholeDay);
  CHECK(precision_of(19, "2024-03-05T00:00:00Z") == Precision::Second);
  CHECK(precision_of(25, "2024-03-05T00:00:01Z") == Precision::Second);
}

TEST_CASE("midnight is that of the zone in which the date stands") {
  std::vector<Record> records;
  for (int i = 0; i < 20; ++i) records.push_back({"k" + std::to_string(i), "Outlet", "2024-03-04T00:00:00+03:00", "H", test::story(static_cast<std::uint64_t>(i), 30)});
  CHECK(Run(records).article("k0").article.published.precision == Precision::WholeDay);
}

TEST_CASE("an article that was read twice has one date") {
  std::vector<Record> records;
  for (int i = 0; i < 10; ++i) records.push_back({"k" + std::to_string(i), "Outlet", "2024-03-04T00:00:00Z", "H", test::story(static_cast<std::uint64_t>(i), 30)});
  const auto lines = test::json_lines(records);
  CHECK(Run({lines, lines}, {}).article("k0").article.published.precision == Precision::Second);
}

TEST_CASE("an undated copy joins, comes last and is not the original") {
  const Run run({Record{"a", "One", "", "H", kBody}, Record{"b", "Two", "2024-03-05", "H", kBody}, Record{"c", "Three", "soon", "H", kBody}});
  CHECK(run.clusters() == std::vector<std::vector<std::string>>{{"b", "a", "c"}});
  CHECK(run.key(run->clusters[0].original) == "b");
  CHECK(run->counts.undated == 2);
  CHECK(run->counts.unreadable_dates == 1);
}

TEST_CASE("undated copies alone are a cluster too") {
  const Run run({Record{"b", "One", "", "H", kBody}, Record{"a", "Two", "", "H", kBody}});
  CHECK(run.clusters() == std::vector<std::vector<std::string>>{{"a", "b"}});
  CHECK(run->clusters[0].original_by == OriginalBy::Tie);
}

TEST_CASE("every record is counted once, and bad ones are named") {
  ClusterOptions options;
  std::vector<std::string> named;
  options.on_error = [&](const Error& error) { named.push_back(std::to_string(error.where.line)); };
  auto lines = test::json_lines({{"a", "One", "2024-03-04", "H", kBody}, {"b", "Two", "2024-03-04", "H", kBody}, {"b", "Two", "2024-03-03", "H", "x"}, {"c", "Two", "2024-03-04", "H", ""}});
  lines.insert(lines.begin() + 1, "{\"id\": \"d\", \"body\": ");
  const Run run(lines, options);
  CHECK(run->counts.records == 5);
  std::uint64_t sum = 0;
  for (const auto& [status, count] : run->counts.statuses) sum += count;
  CHECK(sum == 5);
  CHECK(run->counts.statuses.at(Status::Error) == 1);
  CHECK(named == std::vector<std::string>{"2"});
  CHECK(run.clusters() == std::vector<std::vector<std::string>>{{"a", "b"}});
}

TEST_CASE("a missing file is named and the others are read; with no other it is an error") {
  test::TempDir dir;
  int errors = 0;
  ClusterOptions options;
  options.on_error = [&](const Error&) { ++errors; };
  Engine engine(options);
  const auto path = dir.write("a.jsonl", test::json_line({"a", "One", "2024-03-04", "H", kBody}) + "\n");
  const auto run = engine.cluster({dir.path("missing"), path});
  REQUIRE(run);
  CHECK((*run)->counts.failed_inputs == 1);
  CHECK((*run)->articles.size() == 1);
  CHECK(errors == 1);
  const auto none = engine.cluster({dir.path("missing")});
  REQUIRE_FALSE(none);
  CHECK(none.error().code == ErrorCode::NotFound);
}

TEST_CASE("a recipe with a fault is refused") {
  ClusterOptions options;
  options.recipe.shingle_words = 0;
  const auto run = Engine(options).cluster({"-"});
  REQUIRE_FALSE(run);
  CHECK(run.error().code == ErrorCode::InvalidArgument);
}

}  // namespace wireprint
