#include "article/csv_parser.hpp"

#include <utility>

namespace wireprint {
namespace {

constexpr std::size_t kGrowth = std::size_t{64} << 10U;  // bytes; the library's 128 make a long cell slow
constexpr int kRowNotBegun = 0;                          // the state that csv_init() sets

}  // namespace

CsvParser::CsvParser(char delimiter) : delimiter_(delimiter) { start(); }

CsvParser::~CsvParser() { csv_free(&parser_); }

void CsvParser::start() {
  csv_init(&parser_, CSV_STRICT_FINI);
  csv_set_delim(&parser_, static_cast<unsigned char>(delimiter_));
  csv_set_blk_size(&parser_, kGrowth);
}

void CsvParser::take(std::string_view bytes, std::vector<CsvRow>& rows) {
  rows_ = &rows;
  csv_parse(&parser_, bytes.data(), bytes.size(), on_cell, on_row, this);
}

bool CsvParser::finish(std::vector<CsvRow>& rows) {
  rows_ = &rows;
  return csv_fini(&parser_, on_cell, on_row, this) == 0;
}

void CsvParser::forget() {
  row_ = {};
  csv_free(&parser_);
  start();
}

bool CsvParser::inside_row() const { return parser_.pstate != kRowNotBegun || row_.size() > 0; }

void CsvParser::on_cell(void* bytes, std::size_t size, void* self) {
  CsvRow& row = static_cast<CsvParser*>(self)->row_;
  if (size > 0) row.bytes.append(static_cast<const char*>(bytes), size);
  row.ends.push_back(row.bytes.size());
}

void CsvParser::on_row(int /*end*/, void* self) {
  auto* parser = static_cast<CsvParser*>(self);
  parser->rows_->push_back(std::exchange(parser->row_, {}));
}

}  // namespace wireprint
