#include "report/csv_row.hpp"

#include <fmt/format.h>

#include "report/rounding.hpp"

namespace wireprint {
namespace {

// RFC 4180: a field with a quote, a comma or a line break stands in quotes, and its own quotes are doubled.
void append_quoted(std::string& row, std::string_view value) {
  row += '"';
  for (const char c : value) {
    if (c == '"') row += '"';
    row += c;
  }
  row += '"';
}

}  // namespace

void CsvRow::text(std::string_view, std::string_view value) {
  if (!first_) row_ += ',';
  first_ = false;
  if (value.find_first_of("\",\r\n") == std::string_view::npos) {
    row_ += value;
  } else {
    append_quoted(row_, value);
  }
}

void CsvRow::count(std::string_view name, std::uint64_t value) { text(name, fmt::to_string(value)); }

void CsvRow::number(std::string_view name, std::optional<std::int64_t> value) {
  text(name, value ? fmt::to_string(*value) : std::string());
}

void CsvRow::share(std::string_view name, std::optional<Share> value) {
  text(name, value ? decimal(*value) : std::string());
}

void CsvRow::flag(std::string_view name, bool value) { text(name, value ? "true" : "false"); }

void CsvRow::key(std::string_view name, const Key* value) {
  text(name, value == nullptr ? std::string_view() : std::string_view(value->text));
}

}  // namespace wireprint
