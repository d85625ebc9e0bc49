#include <catch2/catch.hpp>

#include "support/invented_story.hpp"
#include "support/records.hpp"

namespace wireprint {
namespace {

using test::Record;
using test::Run;

constexpr Day kStart = 19'000;

// One story in ten five-day windows over three years, by other outlets and with a promo line of their own.
std::vector<Record> printed_again() {
  std::vector<Record> records;
  for (int i = 0; i < 10; ++i) {
    records.push_back({"again" + std::to_string(i), "Outlet " + std::to_string(i), test::iso_day(kStart + 120 * i), "How the lighthouse got its name",
                       test::story(1, 200) + "\nRead more: " + test::story(100 + static_cast<std::uint64_t>(i), 5)});
  }
  return records;
}

// A page that appears each day with other figures in the same words.
std::vector<Record> daily_template() {
  std::vector<Record> records;
  for (int i = 0; i < 60; ++i) {
    std::string body;
    for (int line = 0; line < 12; ++line) {
      body += test::story(200 + static_cast<std::uint64_t>(line), 9) + std::to_string(1000 + 37 * i + 91 * line) + " " + test::story(300 + static_cast<std::uint64_t>(line), 5);
    }
    records.push_back({"daily" + std::to_string(i), "Harbour Exchange", test::iso_day(kStart + i), "Prices at the close", body});
  }
  return records;
}

std::vector<Record> operator+(std::vector<Record> a, const std::vector<Record>& b) {
  a.insert(a.end(), b.begin(), b.end());
  return a;
}

}  // namespace

TEST_CASE("a story printed in ten windows over three years is one cluster, a daily template beside it none") {
  const Run run(printed_again() + daily_template());
  REQUIRE(run->clusters.size() == 1);
  CHECK(run->clusters[0].members.size() == 10);
  CHECK(run.key(run->clusters[0].original) == "again0");
}

TEST_CASE("what recurs for weeks joins no two stories that carry it") {
  const std::string about = test::story(1, 80);
  std::vector<Record> records;
  for (int i = 0; i < 8; ++i) {
    records.push_back({"k" + std::to_string(i), "Outlet " + std::to_string(i), test::iso_day(kStart + 10 * i), "News " + std::to_string(i),
                       test::story(10 + static_cast<std::uint64_t>(i), 90) + about});
  }
  CHECK(Run(records)->clusters.empty());
}

TEST_CASE("the same words in one week are a story") {
  const std::string wire = test::story(1, 80);
  std::vector<Record> records;
  for (int i = 0; i < 8; ++i) {
    records.push_back({"k" + std::to_string(i), "Outlet " + std::to_string(i), test::iso_day(kStart), "News " + std::to_string(i),
                       wire + test::story(10 + static_cast<std::uint64_t>(i), 60)});
  }
  const Run run(records);
  REQUIRE(run->clusters.size() == 1);
  CHECK(run->clusters[0].members.size() == 8);
}

TEST_CASE("a page that is all furniture in time holds no content") {
  std::vector<Record> records;
  for (int i = 0; i < 6; ++i) {
    records.push_back({"k" + std::to_string(i), "Outlet", test::iso_day(kStart + 6 * i), "Notice " + std::to_string(i), "Please accept our cookies to go on reading this page " + std::string(static_cast<std::size_t>(i + 1), 'x')});
  }
  const Run run(records);
  CHECK(run->clusters.empty());
  CHECK(run->counts.statuses.at(Status::Ok) == 6);  // each has shingles of its own at its end
  for (auto& record : records) record.body = "Please accept our cookies to go on reading this page";
  const Run same(records);
  CHECK(same->clusters.size() == 1);  // one text counts once, so it does not recur
}

}  // namespace wireprint
