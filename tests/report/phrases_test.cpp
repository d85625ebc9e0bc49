#include "report/phrases.hpp"

#include <catch2/catch.hpp>

#include "support/sample_run.hpp"

namespace wireprint {

using test::day;
using test::kJune1;
using test::minute;

TEST_CASE("a date is told as precisely as it is known") {
  CHECK(date_phrase(minute(kJune1 + 13 * 3600, -480)) == "1 June 2017 05:00 UTC-08:00");
  CHECK(date_phrase(minute(kJune1 + 13 * 3600)) == "1 June 2017 13:00");
  CHECK(date_phrase(minute(kJune1, 0)) == "1 June 2017 00:00 UTC");
  CHECK(date_phrase(day(kJune1)) == "1 June 2017");
  CHECK(date_phrase(day(-86400)) == "31 December 1969");
  CHECK(date_phrase({}) == "undated");
}

TEST_CASE("a lag is told in the two units that matter") {
  CHECK(lag_phrase(minute(0), minute(5400)) == "+1 h 30 min");
  CHECK(lag_phrase(minute(0), minute(7200)) == "+2 h");
  CHECK(lag_phrase(minute(0), minute(-60)) == "-1 min");
  CHECK(lag_phrase(minute(0), minute(2 * 86400 + 4 * 3600)) == "+2 days 4 h");
  CHECK(lag_phrase(minute(0), minute(86400)) == "+1 day");
  CHECK(lag_phrase(minute(0), minute(0)) == "same time");
}

TEST_CASE("without a time of day a lag is told in days") {
  CHECK(lag_phrase(day(0), minute(5400)) == "same day");
  CHECK(lag_phrase(day(0), day(86400)) == "+1 day");
  CHECK(lag_phrase(day(0), day(-3 * 86400)) == "-3 days");
  CHECK(lag_phrase(day(0), {}) == "undated");
}

TEST_CASE("an article without a headline is called by the first line of its body") {
  Article article;
  CHECK(title_of(article) == "(no headline)");
  article.body = "\n  The choir\tsings. \nAlone.";
  CHECK(title_of(article) == "The choir sings.");
  article.headline = "Choir";
  CHECK(title_of(article) == "Choir");
}

TEST_CASE("counts are readable") {
  CHECK(counted(1, "word", "words") == "1 word");
  CHECK(with_commas(1234567) == "1,234,567");
  CHECK(with_commas(123) == "123");
}

}  // namespace wireprint
