#include "wireprint/spread/crossing_days.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <map>
#include <set>
#include <string>

#include "support/random_sets.hpp"

namespace wireprint {
namespace {

// Articles that own what a DatedSamples points to.
struct Dated {
  std::optional<Day> day;
  std::uint64_t text = 0;
  std::string key;
  std::vector<std::uint64_t> samples;
};

CrossingDays crossing_days(const std::vector<Dated>& articles, int rate = 100, int threads = 1) {
  std::vector<DatedSamples> views;
  for (const auto& a : articles) views.push_back({a.day, {a.text, 0}, a.key, a.samples});
  return {views, rate, Executor(threads)};
}

// One article a day, each another text, all with shingle 1.
std::vector<Dated> on_days(std::initializer_list<Day> days) {
  std::vector<Dated> articles;
  for (const Day day : days) articles.push_back({day, articles.size(), std::to_string(articles.size()), {1}});
  return articles;
}

}  // namespace

TEST_CASE("a shingle crosses on the day that opens its fourth five-day window") {
  CHECK(crossing_days(on_days({0, 5, 10, 15, 20})).of(1) == 15);
  CHECK(crossing_days(on_days({0, 1, 5, 12, 16, 17})).of(1) == 16);
  CHECK(crossing_days(on_days({0, 100, 1000, 1001, 2000})).of(1) == 2000);
}

TEST_CASE("what comes daily crosses on its eighth day, long before the fourth window") {
  CHECK(crossing_days(on_days({0, 1, 2, 3, 4, 5, 6, 7, 8})).of(1) == 7);
  CHECK(crossing_days(on_days({0, 1, 3, 5, 6, 7, 9, 12, 13})).of(1) == 12);
  CHECK(crossing_days(on_days({0, 1, 2, 3, 4, 5, 6})).of(1) == kNever);  // a story that papers print for a week
}

TEST_CASE("five days of three windows are a story, however many print it") {
  CHECK(crossing_days(on_days({0, 0, 0, 1, 1, 2, 2, 2, 5, 5, 10, 10})).of(1) == kNever);
  CHECK(crossing_days(on_days({0, 5, 10})).of(2) == kNever);
}

TEST_CASE("the crossing day of a list of days is that of the articles on them") {
  test::Random random(3);
  for (int round = 0; round < 200; ++round) {
    std::set<Day> days;
    for (std::uint64_t n = random.below(12); n > 0; --n) days.insert(static_cast<Day>(random.below(40)) - 20);
    std::vector<Dated> articles;
    for (const Day day : days) articles.push_back({day, articles.size(), std::to_string(articles.size()), {1}});
    const std::vector<Day> all(days.begin(), days.end());
    const std::span first(all.begin(), std::min(all.size(), kDaysToCross));
    REQUIRE(crossing_day(all) == crossing_days(articles).of(1));
    REQUIRE(crossing_day(first) == crossing_day(all));
  }
}

TEST_CASE("windows of days before 1970 are as long as those after") {
  CHECK(crossing_days(on_days({-5, -3, -1, 0, 10})).of(1) == kNever);  // -5 to -1 is one window
  CHECK(crossing_days(on_days({-5, -1, 0, 5, 10})).of(1) == 10);
  CHECK(crossing_days(on_days({-20, -15, -10, -5})).of(1) == -5);
  CHECK(crossing_days(on_days({-11, -10, -6, -5, -1})).of(1) == kNever);  // -15 to -11, -10 to -6, -5 to -1
}

TEST_CASE("of equal texts only the earliest is counted") {
  auto articles = on_days({0, 5, 10, 15, 20});
  articles[3].text = articles[0].text;
  CHECK(crossing_days(articles).of(1) == 20);
}

TEST_CASE("an undated article is not counted, nor does it hide a dated one of the same text") {
  auto articles = on_days({0, 5, 10, 15});
  articles.insert(articles.begin() + 3, {std::nullopt, articles[3].text, "undated", {1}});
  CHECK(crossing_days(articles).of(1) == 15);
  articles.pop_back();
  CHECK(crossing_days(articles).of(1) == kNever);
}

TEST_CASE("of a day those with the least hashes of their keys are counted, as many as the rate says") {
  std::vector<Dated> articles;
  std::map<std::uint64_t, std::uint64_t> shingle_by_hash;
  for (std::uint64_t i = 0; i < 10; ++i) shingle_by_hash[hash_bytes(std::to_string(i))] = i;
  for (Day day = 0; day < 20; day += 5) {
    for (std::uint64_t i = 0; i < 10; ++i) articles.push_back({day, articles.size(), std::to_string(i), {i}});
  }
  const auto days = crossing_days(articles, 3);
  int rank = 0;
  for (const auto& [hash, shingle] : shingle_by_hash) CHECK(days.of(shingle) == (rank++ < 3 ? 15 : kNever));
  CHECK(days.size() == 3);
}

TEST_CASE("crossing days are those of the definition, on random articles and any number of threads") {
  test::Random random(1);
  std::vector<Dated> articles;
  for (std::uint64_t i = 0; i < 2000; ++i) {
    Dated a{static_cast<Day>(random.below(120)) - 60, i, std::to_string(i), {}};
    for (int n = 0; n < 5; ++n) a.samples.push_back(random.below(3000));
    make_distinct(a.samples);
    articles.push_back(std::move(a));
  }
  std::map<std::uint64_t, std::map<Day, Day>> first_in_window;  // by shingle
  std::map<std::uint64_t, std::set<Day>> days;
  for (const auto& a : articles) {
    const Day window = (*a.day + 60) / 5;
    for (const auto s : a.samples) {
      days[s].insert(*a.day);
      const auto [it, added] = first_in_window[s].emplace(window, *a.day);
      if (!added) it->second = std::min(it->second, *a.day);
    }
  }
  const auto one = crossing_days(articles, 1000, 1);
  const auto many = crossing_days(articles, 1000, 3);
  for (const auto& [shingle, windows] : first_in_window) {
    const Day by_windows = windows.size() < 4 ? kNever : std::next(windows.begin(), 3)->second;
    const Day by_days = days[shingle].size() < kDaysToCross ? kNever : *std::next(days[shingle].begin(), kDaysToCross - 1);
    const Day expected = std::min(by_windows, by_days);
    REQUIRE(one.of(shingle) == expected);
    REQUIRE(many.of(shingle) == expected);
  }
}

TEST_CASE("the order of reading does not matter where articles are put in the order of time") {
  test::Random random(2);
  std::vector<Dated> articles;
  for (std::uint64_t i = 0; i < 600; ++i) articles.push_back({static_cast<Day>(random.below(40)), random.below(400), std::to_string(i), {random.below(30)}});
  const auto by_time = [](const Dated& x, const Dated& y) { return std::tie(x.day, x.key) < std::tie(y.day, y.key); };
  std::sort(articles.begin(), articles.end(), by_time);
  const auto days = crossing_days(articles, 5);
  for (std::size_t i = articles.size() - 1; i > 0; --i) std::swap(articles[i], articles[random.below(i + 1)]);
  std::sort(articles.begin(), articles.end(), by_time);
  const auto again = crossing_days(articles, 5);
  CHECK(days.size() > 0);
  for (std::uint64_t s = 0; s < 30; ++s) CHECK(days.of(s) == again.of(s));
}

TEST_CASE("the horizon is thirty days after the later date, and an undated article takes the other's") {
  CHECK(furniture_horizon(10, 20) == 50);
  CHECK(furniture_horizon(20, 10) == 50);
  CHECK(furniture_horizon(-100, std::nullopt) == -70);
  CHECK(furniture_horizon(std::nullopt, 7) == 37);
}

TEST_CASE("two undated articles are judged without spread") {
  const auto days = crossing_days(on_days({-40000, -39000, -38000, -37000}));
  REQUIRE(days.of(1) == -37000);
  CHECK(days.of(1) > furniture_horizon(std::nullopt, std::nullopt));
}

TEST_CASE("what never crossed is furniture for no date") { CHECK(kNever > furniture_horizon(2'932'896, std::nullopt)); }  // 9999-12-31

}  // namespace wireprint
