#include "wireprint/engine/parameters.hpp"

#include <catch2/catch.hpp>
#include <cmath>

#include "engine/true_pairs.hpp"
#include "support/temp_dir.hpp"
#include "wireprint/base/hash.hpp"
#include "wireprint/generate/generator.hpp"
#include "wireprint/sketch/shingles.hpp"

namespace wireprint {

TEST_CASE("the pairs of a sample are those that counting each pair gives") {
  std::vector<std::vector<std::uint64_t>> texts(60);
  for (std::uint64_t i = 0; i < texts.size(); ++i) {
    for (std::uint64_t j = 0; j < 40; ++j) texts[i].push_back(mix64(j < i % 40 ? j : 1000 * i + j));
    make_distinct(texts[i]);
  }
  std::vector<TruePair> expected;
  for (ArticleId later = 0; later < texts.size(); ++later) {
    for (ArticleId earlier = 0; earlier < later && earlier < 20; ++earlier) {
      const auto common = static_cast<double>(count_common(texts[earlier], texts[later]));
      const double resemblance = common / (static_cast<double>(texts[earlier].size() + texts[later].size()) - common);
      if (resemblance >= 0.2) expected.push_back({earlier, later, resemblance});
    }
  }
  REQUIRE(expected.size() > 5);
  CHECK(true_pairs(texts, 20, 0.2, Executor(2)) == expected);
}

TEST_CASE("an interval of a share holds it and narrows with more pairs") {
  const auto few = wilson_interval({9, 10});
  const auto many = wilson_interval({900, 1000});
  CHECK((few.low < 0.9 && few.high > 0.9));
  CHECK(many.high - many.low < (few.high - few.low) / 5);
  CHECK(few.low == Approx(0.5958).margin(0.0005));  // Wilson's own formula, by hand
  CHECK(wilson_interval({0, 0}).high == 1);
}

TEST_CASE("parameters are measured as they were solved, on generated news") {
  const test::TempDir folder;
  Generator generator(3);
  std::string news;
  for (int i = 0; i < 3000; ++i) news += generator.next().line;
  const auto table = bench_parameters({folder.write("news.jsonl", news)}, {.slots = {16, 128}, .shingle_words = {5}, .recalls = {0.95, 0.999999999999}, .sample = 3000});
  REQUIRE(table);
  REQUIRE(table->rows.size() == 4);
  CHECK(table->articles == 3000);
  const ParameterRow& row = table->rows[2];
  REQUIRE(row.banding);
  REQUIRE(row.found.whole > 50);
  const double error = std::sqrt(row.expected * (1 - row.expected) / static_cast<double>(row.found.whole));
  CHECK(row.found.value() == Approx(row.expected).margin(5 * error + 0.03));
  CHECK(row.bytes == 2 * 128 + 12 * row.banding->bands);

  SECTION("a recall out of reach has no cut") { CHECK_FALSE(table->rows[1].banding); }
  SECTION("the best within a budget keeps to it") {
    const auto best = best_within(*table, table->rows[0].bytes);
    REQUIRE(best);
    CHECK(best->slots == 16);
    CHECK_FALSE(best_within(*table, 10));
  }
}

TEST_CASE("parameters out of their range are refused by name") {
  const auto refused = [](const ParameterOptions& options) { return bench_parameters({"none"}, options).error().message; };
  CHECK_THAT(refused({.slots = {100}}), Catch::Contains("minhash_slots"));
  CHECK_THAT(refused({.shingle_words = {0}}), Catch::Contains("shingle_words"));
  CHECK_THAT(refused({.recalls = {1.0}}), Catch::Contains("recall"));
  CHECK_THAT(refused({.threshold = 0.0}), Catch::Contains("threshold"));
}

}  // namespace wireprint
