// Cuts the bytes of one input into records, a cutter for each format.
//
// Used by one thread at a time. What the reader of records needs to hold is one record, whatever the size of the input.
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>

#include "article/field_map.hpp"
#include "wireprint/article/byte_source.hpp"
#include "wireprint/article/raw_record.hpp"

namespace wireprint {

class RecordCutter {
 public:
  RecordCutter() = default;
  RecordCutter(const RecordCutter&) = delete;
  RecordCutter& operator=(const RecordCutter&) = delete;
  virtual ~RecordCutter() = default;

  /// The next record, good or bad; `nullopt` at the end, and ever after. Where damage ends the input the last record is
  /// an error without a line.
  [[nodiscard]] virtual std::optional<RawRecord> next() = 0;

  [[nodiscard]] virtual const ByteSource& source() const = 0;
};

/// What every cutter takes: an input not yet read from, its name for messages, and how long a record may be.
struct CutterInput {
  ByteSource source;
  std::string file;
  std::size_t max_record;  ///< bytes
  bool blank_lines = false;  ///< of JSON Lines: records too
};

/// A line a record; blank lines are none, unless the input says so.
[[nodiscard]] std::unique_ptr<RecordCutter> make_jsonl_cutter(CutterInput input);

/// An element of an array, or a value beside arrays, a record.
[[nodiscard]] std::unique_ptr<RecordCutter> make_json_cutter(CutterInput input);

/// A row a record; the first names the columns. `map` has to outlive the cutter.
[[nodiscard]] std::unique_ptr<RecordCutter> make_csv_cutter(CutterInput input, char delimiter, const FieldMap& map);

/// All of it one record, without a byte order mark.
[[nodiscard]] std::unique_ptr<RecordCutter> make_text_cutter(CutterInput input);

}  // namespace wireprint
