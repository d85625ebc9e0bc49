#include "wireprint/article/home_zone.hpp"

#include <catch2/catch.hpp>

#include "wireprint/article/timestamp.hpp"

namespace wireprint {
namespace {

std::string iso(std::string_view text, const std::string& zone) {
  const auto home = HomeZone::named(zone);
  if (!home) FAIL(home.error().describe());
  const auto read = parse_timestamp(text, *home);
  return read ? read->iso8601() : "";
}

}  // namespace

TEST_CASE("a time without a zone is in the one that is given, by the rules of its day") {
  CHECK(iso("2021-07-01 10:00", "Europe/Berlin") == "2021-07-01T10:00+02:00");
  CHECK(iso("2021-01-01 10:00", "Europe/Berlin") == "2021-01-01T10:00+01:00");
  CHECK(iso("June 1, 2017 5:00 AM", "PT") == "2017-06-01T05:00-07:00");
  CHECK(iso("2021-07-01 10:00", "CET") == "2021-07-01T10:00+01:00");
  CHECK(iso("2021-07-01 10:00", "+05:30") == "2021-07-01T10:00+05:30");
  CHECK(iso("2021-07-01 10:00", "UTC") == "2021-07-01T10:00Z");
}

TEST_CASE("a zone that a date names, a day and a count of seconds need no other") {
  CHECK(iso("2021-07-01 10:00 EST", "Europe/Berlin") == "2021-07-01T10:00-05:00");
  CHECK(iso("2021-07-01", "Europe/Berlin") == "2021-07-01");
  CHECK(iso("1614247500", "Europe/Berlin") == "2021-02-25T10:05:00Z");
  CHECK(iso("2021-07-01 10:00 XQZT", "Europe/Berlin") == "2021-07-01");
}

TEST_CASE("of an hour that comes twice the first counts, one that never comes is read all the same") {
  CHECK(iso("2021-10-31 02:30", "Europe/Berlin") == "2021-10-31T02:30+02:00");
  CHECK(iso("2021-03-28 02:30", "Europe/Berlin") == "2021-03-28T02:30+01:00");
}

TEST_CASE("a zone that is none is refused") {
  const std::string name = GENERATE("", "Mars/Olympus", "IST", "+25:00", "../../etc/passwd", "+02:00 or so");
  const auto home = HomeZone::named(name);
  REQUIRE_FALSE(home);
  CHECK(home.error().code == ErrorCode::InvalidArgument);
}

}  // namespace wireprint
