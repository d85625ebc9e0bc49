// One record as it stands in its file, not yet understood.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "wireprint/article/input_file.hpp"
#include "wireprint/base/result.hpp"

namespace wireprint {

struct CsvColumns;

/// Or why it could not be read. A record of a file has a line; an error without one is about the file.
struct RawRecord {
  enum class Kind : std::uint8_t { Json, Row, Text };

  std::string bytes;  ///< JSON, or a text, or the cells of a row one behind the other
  Location where;
  std::optional<Error> error = {};
  Kind kind = Kind::Json;
  RecordPlace place = {};
  std::uint64_t number = 0;                           ///< 0-based, over all inputs
  std::vector<std::size_t> ends = {};                 ///< of a Row: where each cell ends in `bytes`
  std::shared_ptr<const CsvColumns> columns = {};     ///< of a Row: the header
};

}  // namespace wireprint
