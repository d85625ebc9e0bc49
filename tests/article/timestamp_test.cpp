#include "wireprint/article/timestamp.hpp"

#include <catch2/catch.hpp>
#include <random>

namespace wireprint {
namespace {

/// ISO 8601 of what is read, "" where nothing is.
std::string iso(std::string_view text) {
  const auto read = parse_timestamp(text);
  return read ? read->iso8601() : "";
}

}  // namespace

TEST_CASE("ISO dates are read with what they say, and no more") {
  CHECK(iso("2014-05-06") == "2014-05-06");
  CHECK(iso("2014-05-06T07:08") == "2014-05-06T07:08");
  CHECK(iso("2015-07-21 02:51:32") == "2015-07-21T02:51:32");
  CHECK(iso("2021-02-25T00:00:00") == "2021-02-25T00:00:00");
  CHECK(iso("2021-02-25T10:05:00.123456Z") == "2021-02-25T10:05:00Z");
  CHECK(iso("2021-02-25T10:05:00,5+02:00") == "2021-02-25T10:05:00+02:00");
  CHECK(iso("2021-02-25t10:05:00-0330") == "2021-02-25T10:05:00-03:30");
  CHECK(iso("2021-02-25 10:05 +02") == "2021-02-25T10:05+02:00");
  CHECK(iso("2021-02-25T10:05:00+01:00[Europe/Berlin]") == "2021-02-25T10:05:00+01:00");
  CHECK(iso("2021/2/5") == "2021-02-05");
}

TEST_CASE("compact dates are read") {
  CHECK(iso("20220101") == "2022-01-01");
  CHECK(iso("20220101T101500Z") == "2022-01-01T10:15:00Z");
  CHECK(iso("20220101 1015") == "2022-01-01T10:15");
  CHECK(iso("20220101101500") == "2022-01-01T10:15:00");
  CHECK(iso("202201011015") == "2022-01-01T10:15");
}

TEST_CASE("with dots the day comes first") {
  CHECK(iso("01.12.2014") == "2014-12-01");
  CHECK(iso("01.12.14") == "2014-12-01");
  CHECK(iso("1.2.99") == "1999-02-01");
  CHECK(iso("01.12.2014, 14:30 Uhr") == "2014-12-01T14:30");
}

TEST_CASE("dates of RFC 2822 and its forebears are read") {
  CHECK(iso("Thu, 25 Feb 2021 10:05:00 +0100") == "2021-02-25T10:05:00+01:00");
  CHECK(iso("25 Feb 2021 10:05 GMT") == "2021-02-25T10:05Z");
  CHECK(iso("Thu, 25 Feb 2021 10:05:00 +0100 (CET)") == "2021-02-25T10:05:00+01:00");
  CHECK(iso("Thursday, 25-Feb-21 10:05:00 GMT") == "2021-02-25T10:05:00Z");
}

TEST_CASE("dates as databases of the press print them are read") {
  CHECK(iso("June 30, 2017 Friday") == "2017-06-30");
  CHECK(iso("June 1, 2017 Thursday 5:00 AM PT") == "2017-06-01T05:00-07:00");
  CHECK(iso("July 18, 2017 Tuesday 3:42 AM  EST") == "2017-07-18T03:42-05:00");
  CHECK(iso("July 5, 2019 4:19 p.m.") == "2019-07-05T16:19");
  CHECK(iso("October 19, 2019 Saturday 00:38 GMT") == "2019-10-19T00:38Z");
  CHECK(iso("30 June 2017") == "2017-06-30");
  CHECK(iso("  SEPT. 3 2017 \r\n") == "2017-09-03");
}

TEST_CASE("noon is 12 PM, midnight 12 AM, and 13 PM is nothing") {
  CHECK(iso("May 5, 2017 12:42 AM") == "2017-05-05T00:42");
  CHECK(iso("May 5, 2017 12:42 PM") == "2017-05-05T12:42");
  CHECK(iso("May 5, 2017 13:42 PM").empty());
}

TEST_CASE("numbers of nine and ten digits count seconds from 1970, of twelve and thirteen milliseconds") {
  CHECK(iso("1614247500") == "2021-02-25T10:05:00Z");
  CHECK(iso("1614247500.9") == "2021-02-25T10:05:00Z");
  CHECK(iso("1614247500999") == "2021-02-25T10:05:00Z");
  CHECK(iso("9999999999").empty());  // in 2286
  CHECK(iso("946684800") == "2000-01-01T00:00:00Z");
  CHECK(iso("946684800000") == "2000-01-01T00:00:00Z");
  CHECK(iso("16142475").empty());
}

TEST_CASE("eastern and Pacific time follow the daylight rules of the year") {
  CHECK(iso("March 12, 2017 1:59 AM ET") == "2017-03-12T01:59-05:00");
  CHECK(iso("March 12, 2017 3:00 AM ET") == "2017-03-12T03:00-04:00");
  CHECK(iso("November 5, 2017 1:59 AM PT") == "2017-11-05T01:59-07:00");
  CHECK(iso("November 5, 2017 2:00 AM PT") == "2017-11-05T02:00-08:00");
  CHECK(iso("March 20, 2006 9:00 AM ET") == "2006-03-20T09:00-05:00");
  CHECK(iso("October 28, 2006 9:00 AM ET") == "2006-10-28T09:00-04:00");
  CHECK(iso("July 4, 1976 9:00 AM ET") == "1976-07-04");
}

TEST_CASE("an unknown zone, or one that means several, leaves the day") {
  CHECK(iso("2021-02-25 10:05:00 IST") == "2021-02-25");
  CHECK(iso("2021-02-25 10:05:00 XQZT") == "2021-02-25");
  CHECK(iso("June 1, 2017 5:00 AM CST") == "2017-06-01");
}

TEST_CASE("words after a written date leave the day, after a figure they are refused") {
  CHECK(iso("June 30, 2017 Friday Late Edition - Final") == "2017-06-30");
  CHECK(iso("June 30, 2017 Friday ERROR 12:30 none") == "2017-06-30");
  CHECK(iso("2017-06-30 Late Edition").empty());
}

TEST_CASE("zones of half an hour and offsets from GMT are read") {
  CHECK(iso("2021-02-25 10:05 ACST") == "2021-02-25T10:05+09:30");
  CHECK(iso("2021-02-25 10:05 NST") == "2021-02-25T10:05-03:30");
  CHECK(iso("2021-02-25 10:05 GMT+3") == "2021-02-25T10:05+03:00");
  CHECK(iso("2021-02-25 10:05 UTC-04:30") == "2021-02-25T10:05-04:30");
}

TEST_CASE("impossible dates are refused") {
  const std::string_view text =
      GENERATE("2021-02-30", "2021-02-29", "1900-02-29", "2021-13-01", "2021-00-10", "2021-01-00", "31.04.2021", "February 30, 2017",
               "1599-12-31", "2201-01-01", "2021-02-25 24:00", "2021-02-25 10:60", "2021-02-25 10:05:61", "20210230",
               "2021-02-25T10:05+15:00", "2021-02-25T10:05+01:75", "20210225106000");
  CHECK(iso(text).empty());
}

TEST_CASE("what is no date is refused") {
  const std::string_view text =
      GENERATE("", " ", "none", "2021", "2021-02", "05/06/2014", "2021-02/25", "2021-02-251", "June", "June 2017", "Friday", "30 June",
               "yesterday", "2021-02-25T10", "2021-02-25T10:0", "2021-02-25x", "2021-02-25 10:05:00 +", "-1614247500", "2021.02-25");
  CHECK(iso(text).empty());
}

TEST_CASE("leap days exist when they exist") {
  CHECK(iso("2020-02-29") == "2020-02-29");
  CHECK(iso("2000-02-29") == "2000-02-29");
  CHECK(iso("1600-01-01") == "1600-01-01");
  CHECK(iso("2200-12-31") == "2200-12-31");
}

TEST_CASE("a zone moves the instant and keeps the local time") {
  const auto berlin = parse_timestamp("2021-02-25T00:30:00+01:00");
  const auto utc = parse_timestamp("2021-02-24T23:30:00Z");
  REQUIRE(berlin);
  REQUIRE(utc);
  CHECK(berlin->seconds == utc->seconds);
  CHECK(berlin->day() == utc->day());
  CHECK(berlin->offset_minutes == 60);
  CHECK(utc->offset_minutes == 0);
  CHECK_FALSE(parse_timestamp("2021-02-24T23:30:00")->offset_minutes);
}

TEST_CASE("an interval is as long as its precision") {
  const auto length = [](std::string_view text) { return parse_timestamp(text)->end() - parse_timestamp(text)->seconds; };
  CHECK(length("2021-02-25") == 86400);
  CHECK(length("2021-02-25 10:05") == 60);
  CHECK(length("2021-02-25 10:05:00") == 1);
}

TEST_CASE("days are counted from 1970, before it too") {
  CHECK(parse_timestamp("1970-01-01")->day() == 0);
  CHECK(parse_timestamp("1970-01-02 23:59:59")->day() == 1);
  CHECK(parse_timestamp("1969-12-31 23:59:59")->day() == -1);
  CHECK(parse_timestamp("2021-02-25")->day() == 18683);
}

TEST_CASE("an unknown time is written as nothing") {
  CHECK(Timestamp{}.iso8601().empty());
  CHECK_FALSE(Timestamp{}.known());
  CHECK(name_of(Precision::None) == "none");
  CHECK(name_of(Precision::WholeDay) == "day");
  CHECK(name_of(Precision::Minute) == "minute");
  CHECK(name_of(Precision::Second) == "second");
}

TEST_CASE("what is written can be read again, to the same value") {
  std::mt19937_64 random(3);
  for (int round = 0; round < 5000; ++round) {
    Timestamp made{static_cast<std::int64_t>(random() % 8'000'000'000) - 2'000'000'000, Precision::Second, {}};
    if (round % 3 == 0) made.offset_minutes = static_cast<int>(random() % 1681) - 840;
    REQUIRE(parse_timestamp(made.iso8601()) == made);
  }
}

TEST_CASE("any bytes are a date or none, never a crash") {
  std::mt19937 random(4);
  const std::string_view alphabet = "0123456789 .,:-+/TZJuneAPMst(\0\xff";
  for (int round = 0; round < 100'000; ++round) {
    std::string text(random() % 40, ' ');
    for (auto& c : text) c = round % 2 == 0 ? alphabet[random() % alphabet.size()] : static_cast<char>(random());
    const auto read = parse_timestamp(text);
    if (read) REQUIRE(parse_timestamp(read->iso8601()));
  }
  CHECK_FALSE(parse_timestamp(std::string(1'000'000, '9')));
}

}  // namespace wireprint
