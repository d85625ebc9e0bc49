#include <catch2/catch.hpp>

#include "support/invented_story.hpp"
#include "support/records.hpp"

namespace wireprint {
namespace {

using test::Record;
using test::Run;

#if defined(__SANITIZE_THREAD__) || defined(__SANITIZE_ADDRESS__)
constexpr std::size_t kPrints = 2'000;  // a sanitizer makes each one fifty times as dear
#else
constexpr std::size_t kPrints = 10'000;
#endif

std::string minute_of(std::size_t i) { return Timestamp{.seconds = 1'709'510'400 + 60 * static_cast<std::int64_t>(i % 1440), .precision = Precision::Minute, .offset_minutes = {}}.iso8601() + "Z"; }

// `count` prints of one story, by many outlets; body(i) is that of the i-th.
template <class Body>
std::vector<Record> prints(std::size_t count, const Body& body) {
  std::vector<Record> records;
  for (std::size_t i = 0; i < count; ++i) records.push_back({"k" + std::to_string(i), "Outlet " + std::to_string(i % 300), minute_of(i), "Ferry adrift", body(i)});
  return records;
}

// One word of the hundred is another one in each.
std::string with_own_word(std::size_t i) { return test::story(1, 50) + " outlet" + std::to_string(i) + "x " + test::story(2, 50); }

}  // namespace

TEST_CASE("ten thousand identical articles are one cluster, at two comparisons each") {
  const std::string body = test::story(1, 100);
  const Run run(prints(kPrints, [&](std::size_t) { return body; }));
  REQUIRE(run->clusters.size() == 1);
  CHECK(run->clusters[0].members.size() == kPrints);
  CHECK(run->counts.exact_copies == kPrints - 1);
  CHECK(run->counts.candidates <= 2 * kPrints);
}

TEST_CASE("ten thousand nearly identical articles are one cluster, at a few comparisons each") {
  const Run run(prints(kPrints, with_own_word));
  REQUIRE(run->clusters.size() == 1);
  CHECK(run->clusters[0].members.size() == kPrints);
  CHECK(run->counts.exact_copies == 0);
  CHECK(run->counts.candidates <= 4 * kPrints);
}

TEST_CASE("twice the prints cost twice the comparisons, not four times") {
  const auto comparisons = [](std::size_t count) { return Run(prints(count, with_own_word))->counts.candidates; };
  CHECK(comparisons(2000) <= 2 * comparisons(1000) + 1000);
}

TEST_CASE("of many prints each is held by a match to the earliest") {
  const Run run(prints(300, with_own_word));
  CHECK(run->counts.copies == 299);
  for (const auto& match : run->matches) REQUIRE(run.key(match.a) == "k0");
}

}  // namespace wireprint
