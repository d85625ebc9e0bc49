#include "wireprint/article/home_zone.hpp"

#include <date/tz.h>

#include <chrono>
#include <exception>

#include "article/date_clock.hpp"
#include "article/date_words.hpp"

namespace wireprint {
namespace {

date::local_seconds local_time(std::int64_t seconds) { return date::local_seconds(std::chrono::seconds(seconds)); }

/// The zone of that name in the system's database, if it has one: the library says no by throwing.
const date::time_zone* find_in_database(const std::string& name) {
  try {
    const date::time_zone* zone = date::locate_zone(name);
    (void)zone->get_info(local_time(0));  // reads its rules now, and so fails now where they are damaged
    return zone;
  } catch (const std::exception&) {
    return nullptr;
  }
}

std::optional<int> fixed_offset(const std::string& name) {
  DateScanner in(name);
  const ZoneFound zone = take_zone(in, local_time(0));
  if (!in.done() || zone.kind != ZoneFound::Kind::Known) return std::nullopt;
  return zone.offset;
}

constexpr std::int64_t kIn2020 = 1'577'836'800;

}  // namespace

Result<HomeZone> HomeZone::named(const std::string& name) {
  if (zone_offset(name, local_time(kIn2020))) {
    return HomeZone([name](std::int64_t seconds) { return zone_offset(name, local_time(seconds)); });
  }
  if (const auto offset = fixed_offset(name)) return HomeZone([offset](std::int64_t) { return offset; });
  if (const date::time_zone* zone = find_in_database(name)) {
    return HomeZone([zone](std::int64_t seconds) -> std::optional<int> {
      const auto offset = zone->get_info(local_time(seconds)).first.offset;
      return static_cast<int>(std::chrono::duration_cast<std::chrono::minutes>(offset).count());
    });
  }
  return fail(invalid("the zone of dates", name, "a name such as Europe/Berlin, CET or +02:00"));
}

}  // namespace wireprint
