// Rows of CSV, by libcsv.
//
// Used by one thread at a time.
#pragma once

#include <csv.h>

#include <string>
#include <string_view>
#include <vector>

namespace wireprint {

/// The cells of a row, one behind the other.
struct CsvRow {
  std::string bytes;
  std::vector<std::size_t> ends;

  [[nodiscard]] std::size_t size() const { return ends.size(); }
  [[nodiscard]] std::string_view cell(std::size_t i) const {
    const std::size_t begin = i == 0 ? 0 : ends[i - 1];
    return std::string_view(bytes).substr(begin, ends[i] - begin);
  }
};

class CsvParser {
 public:
  explicit CsvParser(char delimiter);
  CsvParser(const CsvParser&) = delete;
  CsvParser& operator=(const CsvParser&) = delete;
  ~CsvParser();

  /// Goes on with `bytes`, and appends the rows that end in them to `rows`. Blank lines are no rows.
  void take(std::string_view bytes, std::vector<CsvRow>& rows);

  /// Ends a row that lacks its line break. False when a quotation mark is not closed; the row is lost then.
  bool finish(std::vector<CsvRow>& rows);

  /// Forgets the row that has begun.
  void forget();

  /// Whether a row has begun and not ended.
  [[nodiscard]] bool inside_row() const;

 private:
  void start();
  static void on_cell(void* bytes, std::size_t size, void* self);
  static void on_row(int end, void* self);

  char delimiter_;
  csv_parser parser_ = {};
  CsvRow row_;
  std::vector<CsvRow>* rows_ = nullptr;
};

}  // namespace wireprint
