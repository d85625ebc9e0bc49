// A thousand nights of generated news: what a new article costs does not grow with the archive.
#include <catch2/catch.hpp>
#include <cstdio>

#include "support/grown_archive.hpp"
#include "support/random_newsroom.hpp"
#include "wireprint/generate/generator.hpp"

namespace wireprint {
namespace {

using test::GrownArchive;
using test::Lines;

constexpr int kNights = 1000;
constexpr int kTenth = kNights / 10;

// What a tenth of the nights cost.
struct Cost {
  std::uint64_t articles = 0;
  std::uint64_t judged_again = 0;
  std::uint64_t comparisons = 0;

  void add(const BatchReport& report) {
    articles += report.docs.size();
    judged_again += report.judged_again;
    comparisons += report.comparisons;
  }
  [[nodiscard]] double again() const { return static_cast<double>(judged_again) / static_cast<double>(articles); }
  [[nodiscard]] double compared() const { return static_cast<double>(comparisons) / static_cast<double>(articles); }
};

// Articles judged again and pairs compared for each new article stay within this of what they were in the second and third tenth.
void require_flat(const std::vector<Cost>& tenths) {
  for (const Cost& cost : tenths) std::printf("%8llu new articles: %6.2f judged again, %6.2f pairs compared for each\n", static_cast<unsigned long long>(cost.articles), cost.again(), cost.compared());
  const double again = std::max(tenths[1].again(), tenths[2].again());
  const double compared = std::max(tenths[1].compared(), tenths[2].compared());
  for (std::size_t i = 7; i < 10; ++i) {
    CHECK(tenths[i].again() <= 1.5 * again + 1);
    CHECK(tenths[i].compared() <= 1.5 * compared + 1);
  }
}

void require_equal(const GrownArchive& archive) { REQUIRE(archive.account().difference(archive.of_one_run()) == ""); }

}  // namespace

TEST_CASE("articles judged again for each new one stay flat over a thousand nights of generated news, and the clusters are those of one run", "[.long]") {
  GrownArchive archive({}, 2);
  Generator generator(11);
  std::vector<Cost> tenths(10);
  for (int night = 0; night < kNights; ++night) {
    Lines lines;
    for (int i = 0; i < 20; ++i) {
      std::string line(generator.next().line);
      line.pop_back();
      lines.push_back(std::move(line));
    }
    tenths[static_cast<std::size_t>(night / kTenth)].add(archive.add(lines));
  }
  require_flat(tenths);
  require_equal(archive);
}

TEST_CASE("articles judged again for each new one stay flat over a thousand nights in which furniture keeps crossing, and the clusters are those of one run", "[.long]") {
  Recipe recipe;
  recipe.spread_rate = 3;
  GrownArchive archive(recipe, 2);
  test::Random random(5);
  std::vector<Cost> tenths(10);
  for (int night = 0; night < kNights; ++night) {
    const Day day = 19'000 + night;
    std::vector<test::Record> records;
    for (int i = 0; i < 6; ++i) {
      const auto period = static_cast<std::uint64_t>(night / 60);  // an outlet's boilerplate changes every two months
      const auto outlet = random.below(5);
      std::string body = test::story(1'000'000 + static_cast<std::uint64_t>(night) * 3 + random.below(3), 80);
      if (random.below(2) == 0) body += "\n" + test::story(10'000 + period * 10 + outlet, 40);
      if (random.below(6) == 0) body = test::story(20'000 + outlet, 70) + std::to_string(night) + " " + test::story(20'100 + outlet, 30) + std::to_string(2 * night);
      records.push_back({"n" + std::to_string(night) + "-" + std::to_string(i), "Outlet " + std::to_string(outlet), test::iso_day(random.below(20) == 0 ? day - 9 : day), test::story(random.below(3), 5), body});
    }
    tenths[static_cast<std::size_t>(night / kTenth)].add(archive.add(test::json_lines(records)));
  }
  require_flat(tenths);
  require_equal(archive);
}

}  // namespace wireprint
