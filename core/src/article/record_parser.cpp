#include "article/record_parser.hpp"

#include <filesystem>
#include <utility>

#include "article/csv_columns.hpp"
#include "article/utf8.hpp"

namespace wireprint {
namespace {

std::string_view cell_of(const RawRecord& row, std::size_t i) {
  const std::size_t begin = i == 0 ? 0 : row.ends[i - 1];
  return std::string_view(row.bytes).substr(begin, row.ends[i] - begin);
}

/// Cell by cell: a cut letter must not reach into the next cell.
bool repair_cells(RawRecord& row) {
  CsvRow repaired;
  bool any = false;
  for (std::size_t i = 0; i < row.ends.size(); ++i) {
    std::string cell(cell_of(row, i));
    any |= repair_utf8(cell);
    repaired.bytes += cell;
    repaired.ends.push_back(repaired.bytes.size());
  }
  row.bytes = std::move(repaired.bytes);
  row.ends = std::move(repaired.ends);
  return any;
}

bool repair_row(RawRecord& row) {
  std::string whole = row.bytes;
  return repair_utf8(whole) && repair_cells(row);
}

/// The same file has the same key however its path was put: "./a//b" is "a/b".
std::string key_of_path(const std::string& path) { return std::filesystem::path(path).lexically_normal().generic_string(); }

}  // namespace

Result<ParsedRecord> parse_row(RawRecord row, const RecordRules& rules, bool survey) {
  const bool repaired = repair_row(row);
  const CsvColumns& columns = *row.columns;
  RecordFields fields(rules.map);
  ParsedRecord parsed{.article = {}, .repaired = repaired};
  for (std::size_t i = 0; i < std::min(row.ends.size(), columns.names.size()); ++i) {
    const auto cell = cell_of(row, i);
    if (survey) parsed.survey.seen.try_emplace(columns.names[i], 1);
    if (cell.empty()) continue;
    for (const Way way : columns.ways[i]) fields.offer(columns.names[i], {.text = cell}, way);
  }
  auto article = fields.build(std::move(row.where), rules.zone);
  if (!article) return fail(std::move(article.error()));
  parsed.article = std::move(*article);
  if (survey) fields.note_taken(parsed.survey);
  return parsed;
}

Result<ParsedRecord> parse_text(RawRecord text, const RecordRules& rules, bool survey) {
  const bool repaired = repair_utf8(text.bytes);
  RecordFields fields(rules.map);
  fields.offer({}, {.text = text.bytes}, {slot_of(Field::Body), 0});
  const std::string path = text.where.file;
  auto article = fields.build(std::move(text.where), rules.zone);
  if (!article) return fail(std::move(article.error()));
  if (path != "-") article->key = {key_of_path(path), false};
  ParsedRecord parsed{.article = std::move(*article), .repaired = repaired};
  if (survey) parsed.survey.seen.emplace(name_of(Field::Body), 1);
  return parsed;
}

Result<ParsedRecord> parse_record(RawRecord record, const RecordRules& rules, bool survey) {
  switch (record.kind) {
    case RawRecord::Kind::Row: return parse_row(std::move(record), rules, survey);
    case RawRecord::Kind::Text: return parse_text(std::move(record), rules, survey);
    case RawRecord::Kind::Json: break;
  }
  return parse_json(std::move(record.bytes), std::move(record.where), rules, survey);
}

}  // namespace wireprint
