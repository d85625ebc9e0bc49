#include <catch2/catch.hpp>
#include <set>

#include "wireprint/report/event_line.hpp"

namespace wireprint {

TEST_CASE("an event's line has its fields in the order of the contract") {
  const Event joined{.seq = 7, .kind = EventKind::Joined, .key = Key{"12", true}, .cluster = "h1", .from = {}, .original = Key{"h1", false}, .role = Role::Trimmed};
  CHECK(event_line(joined) ==
        R"({"schema":"wireprint.event/1","seq":7,"event":"joined","key":12,"cluster":"h1","from":[],"original":"h1","role":"trimmed"})");
  const Event merged{.seq = 8, .kind = EventKind::Merged, .key = {}, .cluster = "h1", .from = {"h2", "h3"}, .original = Key{"h1", false}, .role = {}};
  CHECK(event_line(merged) ==
        R"({"schema":"wireprint.event/1","seq":8,"event":"merged","key":null,"cluster":"h1","from":["h2","h3"],"original":"h1","role":null})");
}

TEST_CASE("what changed nothing has no place in the sequence") {
  CHECK(event_line({.seq = 0, .kind = EventKind::Unchanged, .key = Key{"a", false}, .cluster = {}, .from = {}, .original = {}, .role = {}}) ==
        R"({"schema":"wireprint.event/1","seq":null,"event":"unchanged","key":"a","cluster":null,"from":[],"original":null,"role":null})");
}

TEST_CASE("every kind of event has a name of its own") {
  std::set<std::string_view> names;
  for (int kind = 0; kind <= static_cast<int>(EventKind::Skipped); ++kind) names.insert(name_of(static_cast<EventKind>(kind)));
  CHECK(names.size() == 9);
}

}  // namespace wireprint
