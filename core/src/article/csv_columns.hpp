// The header of a CSV file: what each column is called, and what it fills.
#pragma once

#include <string>
#include <vector>

#include "article/csv_parser.hpp"
#include "article/field_map.hpp"

namespace wireprint {

/// Immutable once made; any thread.
struct CsvColumns {
  std::vector<std::string> names;
  std::vector<std::vector<Way>> ways;  ///< by column
};

[[nodiscard]] inline CsvColumns columns_of(const CsvRow& header, const FieldMap& map) {
  CsvColumns columns;
  for (std::size_t i = 0; i < header.size(); ++i) {
    columns.names.emplace_back(header.cell(i));
    columns.ways.push_back(map.ways(header.cell(i)));
  }
  return columns;
}

}  // namespace wireprint
