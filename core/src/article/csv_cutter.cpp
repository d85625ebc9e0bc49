#include <fmt/format.h>

#include <algorithm>
#include <deque>
#include <utility>

#include "article/chunk_feed.hpp"
#include "article/csv_columns.hpp"
#include "article/csv_parser.hpp"
#include "article/record_cutter.hpp"

namespace wireprint {
namespace {

// libcsv counts no lines and knows no limit, so it is given one line of the file at a time.
class CsvCutter final : public RecordCutter {
 public:
  CsvCutter(CutterInput input, char delimiter, const FieldMap& map) : input_(std::move(input)), parser_(delimiter), map_(map) {}

  std::optional<RawRecord> next() override {
    while (ready_.empty() && take_line()) {
    }
    if (ready_.empty()) finish();
    if (ready_.empty()) return std::nullopt;
    RawRecord record = std::move(ready_.front());
    ready_.pop_front();
    return record;
  }

  [[nodiscard]] const ByteSource& source() const override { return input_.source; }

 private:
  /// False at the end of the input.
  bool take_line() {
    if (!feed_.fill()) return false;
    const auto end = feed_.rest().find('\n');
    const auto line = feed_.rest().substr(0, end == std::string_view::npos ? end : end + 1);
    if (row_bytes_ == 0) row_line_ = line_, row_begin_ = feed_.position();
    feed_.drop(line.size());
    row_bytes_ += line.size();
    odd_quotes_ ^= std::count(line.begin(), line.end(), '"') % 2 != 0;
    const bool line_ends = line.ends_with('\n');
    skipping_ ? skip(line_ends) : parse(line);
    if (line_ends) ++line_;
    return true;
  }

  void parse(std::string_view line) {
    std::vector<CsvRow> rows;
    parser_.take(line, rows);
    alone_in_line_ = rows.size() == 1 && !parser_.inside_row();
    for (CsvRow& row : rows) give(std::move(row));
    if (!parser_.inside_row()) return end_row();
    if (row_bytes_ <= input_.max_record) return;
    parser_.forget();
    skipping_ = true;
    skip(line.ends_with('\n'));
  }

  /// A row that is too long ends where a line does and no quotation mark is open.
  void skip(bool line_ends) {
    if (!line_ends || odd_quotes_) return;
    give_too_large();
    skipping_ = false;
    end_row();
  }

  void end_row() {
    row_bytes_ = 0;
    odd_quotes_ = false;
  }

  void give(CsvRow row) {
    if (row.bytes.size() > input_.max_record) return give_too_large();
    if (!columns_) {
      columns_ = std::make_shared<const CsvColumns>(columns_of(row, map_));
      return;
    }
    RawRecord record{.bytes = {}, .where = here(), .kind = RawRecord::Kind::Row};
    if (const std::size_t found = width_of(row); found > columns_->names.size()) {
      record.error = Error{ErrorCode::BadInput, fmt::format("the row has {} cells under a header of {}", found, columns_->names.size()), here()};
    }
    if (alone_in_line_) record.place = {.begin = row_begin_, .end = feed_.position()};
    record.bytes = std::move(row.bytes);
    record.ends = std::move(row.ends);
    record.columns = columns_;
    ready_.push_back(std::move(record));
  }

  /// Cells without the empty ones at the end, of which some exports write too many.
  static std::size_t width_of(const CsvRow& row) {
    std::size_t width = row.size();
    while (width > 0 && row.cell(width - 1).empty()) --width;
    return width;
  }

  void give_too_large() {
    give_error({ErrorCode::TooLarge,
                fmt::format("the row has {} bytes, at most {} are read; is a quotation mark not closed?", row_bytes_, input_.max_record), here()});
    ready_.back().place = {.begin = row_begin_, .end = feed_.position()};
  }

  void give_error(Error error) { ready_.push_back({.bytes = {}, .where = error.where, .error = std::move(error), .kind = RawRecord::Kind::Row}); }

  void finish() {
    if (std::exchange(finished_, true)) return;
    std::vector<CsvRow> rows;
    if (skipping_) {
      give_too_large();
    } else if (!parser_.finish(rows)) {
      give_error({ErrorCode::BadInput, "a quotation mark in this row is not closed", here()});
    }
    alone_in_line_ = true;
    for (CsvRow& row : rows) give(std::move(row));
    if (auto damage = feed_.take_damage()) give_error(std::move(*damage));
  }

  [[nodiscard]] Location here() const { return {.file = input_.file, .line = row_line_}; }

  CutterInput input_;
  ChunkFeed feed_{input_.source};
  CsvParser parser_;
  const FieldMap& map_;
  std::shared_ptr<const CsvColumns> columns_;
  std::deque<RawRecord> ready_;
  std::uint64_t line_ = 1;
  std::uint64_t row_line_ = 1;
  std::uint64_t row_begin_ = 0;
  std::uint64_t row_bytes_ = 0;
  bool alone_in_line_ = false;  // rows that end in CR alone share one
  bool odd_quotes_ = false;
  bool skipping_ = false;
  bool finished_ = false;
};

}  // namespace

std::unique_ptr<RecordCutter> make_csv_cutter(CutterInput input, char delimiter, const FieldMap& map) {
  return std::make_unique<CsvCutter>(std::move(input), delimiter, map);
}

}  // namespace wireprint
