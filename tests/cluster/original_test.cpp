#include "wireprint/cluster/original.hpp"

#include <catch2/catch.hpp>

namespace wireprint {
namespace {

constexpr std::int64_t kDay = 86'400;
constexpr std::int64_t kMonday = 19'786 * kDay;

Timestamp at(std::int64_t seconds, Precision precision) { return {.seconds = seconds, .precision = precision, .offset_minutes = {}}; }
Timestamp minute(std::int64_t seconds) { return at(kMonday + seconds, Precision::Minute); }
Timestamp whole_day(std::int64_t day) { return at(kMonday + day * kDay, Precision::WholeDay); }

ArticleFacts facts(Timestamp time, std::string_view key, std::uint32_t words = 100, bool agency = false) { return {time, key, agency, words}; }

void check(std::vector<ArticleFacts> members, std::string_view key, std::string_view by) {
  const auto choice = choose_original(members);
  CHECK(members[choice.position].key == key);
  CHECK(name_of(choice.by) == by);
}

}  // namespace

TEST_CASE("the earliest is the original") {
  check({facts(minute(7200), "a", 900, true), facts(minute(3600), "b")}, "b", "time");
  check({facts(whole_day(1), "a"), facts(whole_day(0), "b")}, "b", "time");
}

TEST_CASE("two prints within one minute are as early as each other, down to the second they are not") {
  check({facts(minute(60), "a", 100), facts(minute(60), "b", 200)}, "b", "length");
  check({facts(at(kMonday + 61, Precision::Second), "a"), facts(at(kMonday + 60, Precision::Second), "b")}, "b", "time");
}

TEST_CASE("a whole day may hold any time of that day") {
  check({facts(minute(3600), "a", 100), facts(whole_day(0), "b", 200)}, "b", "length");
  check({facts(minute(3600), "a", 300), facts(whole_day(0), "b", 200)}, "a", "length");
}

TEST_CASE("a time of day is wholly before the next day, and the day before wholly before it") {
  check({facts(minute(kDay - 60), "a"), facts(whole_day(1), "b", 900)}, "a", "time");
  check({facts(minute(3600), "a", 900), facts(whole_day(-1), "b")}, "b", "time");
}

TEST_CASE("of those that may have been first, the agency's own is the original") {
  check({facts(whole_day(0), "a", 900), facts(whole_day(0), "b", 100, true)}, "b", "agency");
}

TEST_CASE("an agency's article that came later is not the original") {
  check({facts(minute(0), "a", 100), facts(minute(3600), "b", 900, true)}, "a", "time");
}

TEST_CASE("of several agencies the longest, and of equal ones the smallest key") {
  check({facts(whole_day(0), "a", 900), facts(whole_day(0), "b", 100, true), facts(whole_day(0), "c", 200, true)}, "c", "length");
  check({facts(whole_day(0), "c", 200, true), facts(whole_day(0), "b", 200, true)}, "b", "tie");
}

TEST_CASE("of equals the smallest key by its text") { check({facts(whole_day(0), "9"), facts(whole_day(0), "10"), facts(whole_day(0), "11", 50)}, "10", "tie"); }

TEST_CASE("an undated article is the original only where all are undated") {
  check({facts({}, "a", 900, true), facts(minute(0), "b")}, "b", "time");
  check({facts({}, "a", 100), facts({}, "b", 200)}, "b", "length");
}

TEST_CASE("a coarse date that overlaps two that exclude each other stays with the earlier one") {
  check({facts(minute(3600), "a", 100), facts(minute(7200), "b", 900), facts(whole_day(0), "c", 50)}, "a", "length");
}

TEST_CASE("articles are ordered by time, then key, undated ones last") {
  CHECK(earlier(facts(minute(0), "b"), facts(minute(60), "a")));
  CHECK(earlier(facts(minute(0), "a"), facts(minute(0), "b")));
  CHECK(earlier(facts(minute(0), "b"), facts({}, "a")));
  CHECK_FALSE(earlier(facts({}, "a"), facts(minute(-kMonday - kDay), "b")));
}

}  // namespace wireprint
