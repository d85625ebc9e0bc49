// The news agencies and release wires, and the names under which articles credit them.
#pragma once

#include <span>
#include <string_view>

namespace wireprint {

/// How much a name proves.
enum class Proof : unsigned char {
  Name,  ///< means the agency wherever a credit or a field can hold it
  Code,  ///< short or ambiguous: counts in a dateline, a credit line, or as a whole part of a field
};

/// One spelling of an agency's name, upper and lower case as they are printed.
struct AgencyName {
  std::string_view agency;  ///< the short name that is reported
  std::string_view name;
  Proof proof = Proof::Name;
};

/// All of them; an agency may have several rows.
[[nodiscard]] std::span<const AgencyName> agency_names();

}  // namespace wireprint
