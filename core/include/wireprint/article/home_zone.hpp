// The zone of dates that name none.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>

#include "wireprint/base/result.hpp"

namespace wireprint {

/// A value; any thread may use it.
class HomeZone {
 public:
  /// "Europe/Berlin" as the system's zone database has it, an offset such as "+02:00", or an abbreviation that means
  /// one zone: "CET", "PT".
  ///
  /// Errors: InvalidArgument for a name that is none of these.
  [[nodiscard]] static Result<HomeZone> named(const std::string& name);

  /// Minutes east of UTC at a local time, in seconds since 1970-01-01T00:00 there. Of an hour that comes twice the
  /// first counts. `nullopt` where the abbreviation had no fixed meaning yet.
  [[nodiscard]] std::optional<int> offset_at(std::int64_t local_seconds) const { return rule_(local_seconds); }

 private:
  using Rule = std::function<std::optional<int>(std::int64_t)>;
  explicit HomeZone(Rule rule) : rule_(std::move(rule)) {}
  Rule rule_;
};

}  // namespace wireprint
