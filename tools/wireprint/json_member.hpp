// An object of JSON as text, and one of its members.
//
// Pure functions; callable from any thread.
#pragma once

#include <string>
#include <string_view>

namespace wireprint::command {

/// The text `object`, white space around it included, with `"name": value` as its last member, in the place of what it had
/// under that name; all other bytes stay. What is not an object is given back as it is.
[[nodiscard]] std::string with_member(std::string_view object, std::string_view name, std::string_view value);

}  // namespace wireprint::command
