// What the records of an input call their fields, and which of them were understood.
//
// A value; to be used by one thread at a time.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "wireprint/article/field_names.hpp"

namespace wireprint {

struct FieldSurvey {
  using Counts = std::map<std::string, std::uint64_t>;  ///< a name, and in how many records it stood and was not null

  std::uint64_t records = 0;                     ///< those that could be read
  Counts seen;                                   ///< every name; of an object's texts as a pointer, "/text/content"
  std::array<Counts, kFields.size()> taken = {};  ///< by field: the names that filled it

  [[nodiscard]] const Counts& of(Field field) const { return taken[static_cast<std::size_t>(field)]; }
};

/// The names of `counts`, the most frequent first, then in the order of letters.
[[nodiscard]] std::vector<std::string> by_frequency(const FieldSurvey::Counts& counts);

}  // namespace wireprint
