#include "wireprint/base/result.hpp"

#include <fmt/format.h>

namespace wireprint {

std::string Error::describe() const {
  std::string prefix;
  if (!where.file.empty()) prefix = where.line > 0 ? fmt::format("{}:{}: ", where.file, where.line) : where.file + ": ";
  if (!where.field.empty()) prefix += fmt::format("field '{}': ", where.field);
  return prefix + message;
}

Error invalid(std::string_view name, double found, std::string_view expected) {
  return {ErrorCode::InvalidArgument, fmt::format("{} is {}, but has to be {}", name, found, expected)};
}

Error invalid(std::string_view name, std::string_view found, std::string_view expected) {
  return {ErrorCode::InvalidArgument, fmt::format("{} is '{}', but has to be {}", name, found, expected)};
}

}  // namespace wireprint
