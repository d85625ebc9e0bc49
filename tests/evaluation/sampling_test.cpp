#include "wireprint/evaluation/sampling.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>
#include <set>

#include "support/sample_run.hpp"

namespace wireprint {
namespace {

// `sure` matches of probability 0.99, `open` of 0.5 and one of 0.01.
ClusterRun run_of(std::size_t sure, std::size_t open) {
  ClusterRun run;
  const auto add = [&](double probability) {
    const auto id = static_cast<ArticleId>(run.articles.size());
    run.articles.push_back(test::article("a" + std::to_string(id), "Ledger", "", 10, {}));
    run.articles.push_back(test::article("b" + std::to_string(id), "Courier", "", 10, {}));
    Match match;
    match.a = id;
    match.b = id + 1;
    match.log_odds = std::log(probability / (1 - probability));
    run.matches.push_back(match);
  };
  for (std::size_t i = 0; i < sure; ++i) add(0.99);
  for (std::size_t i = 0; i < open; ++i) add(0.55);
  add(0.01);
  return run;
}

}  // namespace

TEST_CASE("a sample has as many of each tenth of the probability as there are, and weights for the rest") {
  const ClusterRun run = run_of(1000, 30);
  const auto drawn = draw_evenly(run, 41, 1);
  REQUIRE(drawn.size() == 41);
  const auto sure = std::ranges::count_if(drawn, [](const Drawn& d) { return d.match < 1000; });
  CHECK(sure == 20);
  CHECK(drawn.front().weight == 50);
  CHECK(drawn.back().match == 1030);
  CHECK(drawn.back().weight == 1);
  double all = 0;
  for (const auto& d : drawn) all += d.weight;
  CHECK(all == Approx(1031));
}

TEST_CASE("no pair is drawn twice, another seed draws others, and more than there are gives all") {
  const ClusterRun run = run_of(200, 200);
  const auto positions = [&](std::uint64_t seed, std::size_t count) {
    std::set<std::size_t> all;
    for (const auto& d : draw_evenly(run, count, seed)) all.insert(d.match);
    return all;
  };
  CHECK(positions(1, 100).size() == 100);
  CHECK(positions(1, 100) == positions(1, 100));
  CHECK(positions(1, 100) != positions(2, 100));
  CHECK(positions(1, 5000).size() == 401);
  CHECK(draw_evenly(ClusterRun{}, 10, 1).empty());
}

TEST_CASE("a row holds an empty label, both texts with what they share marked, and no break inside a cell") {
  ClusterRun run = run_of(1, 0);
  run.articles[0].article.body = "Six weeks,\tsaid\r\nthe mayor.";
  run.articles[1].article.body = "LEDGER - Six weeks";
  run.matches[0].passages = {{{0, 9}, {9, 18}, 2, false}};
  const auto row = sample_row(run, "news", {0, 2.5});
  CHECK_THAT(row, Catch::StartsWith("news\ta0\tb0\t\t\t2.5\t0.9900\t"));
  CHECK_THAT(row, Catch::Contains("\t⟦Six weeks⟧, said  ¶ the mayor.\tLEDGER - ⟦Six weeks⟧\n"));
  const auto cells = [](const std::string& line) { return std::ranges::count(line, '\t'); };
  CHECK(cells(row) == cells(sample_heading()));
  CHECK(std::ranges::count(row, '\n') == 1);
}

}  // namespace wireprint
