// One row of RFC 4180, field by field; what is not known is an empty field.
//
// Takes the same calls as JsonLine, so that a list of fields is written down once for both.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "wireprint/article/article.hpp"
#include "wireprint/base/ids.hpp"

namespace wireprint {

class CsvRow {
 public:
  void text(std::string_view name, std::string_view value);
  void count(std::string_view name, std::uint64_t value);
  void number(std::string_view name, std::optional<std::int64_t> value);
  void share(std::string_view name, std::optional<Share> value);
  void flag(std::string_view name, bool value);
  void key(std::string_view name, const Key* value);

  [[nodiscard]] std::string finish() { return std::move(row_); }

 private:
  std::string row_;
  bool first_ = true;
};

/// The names of the fields instead of their values.
class CsvHeader {
 public:
  void text(std::string_view name, std::string_view) { row_.text(name, name); }
  void count(std::string_view name, std::uint64_t) { row_.text(name, name); }
  void number(std::string_view name, std::optional<std::int64_t>) { row_.text(name, name); }
  void share(std::string_view name, std::optional<Share>) { row_.text(name, name); }
  void flag(std::string_view name, bool) { row_.text(name, name); }
  void key(std::string_view name, const Key*) { row_.text(name, name); }

  [[nodiscard]] std::string finish() { return row_.finish(); }

 private:
  CsvRow row_;
};

}  // namespace wireprint
