#include "article/content.hpp"

#include <algorithm>
#include <array>
#include <set>

#include "article/ascii.hpp"
#include "article/csv_parser.hpp"
#include "article/utf8.hpp"
#include "base/utf8.hpp"

namespace wireprint {
namespace {

using Told = std::optional<Content>;

constexpr std::string_view kBlank = " \t\r\n";
constexpr std::array<char, 3> kDelimiters{'\t', ',', ';'};
constexpr std::size_t kLongestName = 40;  // bytes of a column's name that is not known
constexpr std::size_t kFewestColumns = 3;  // of a header without a known name

Content known(InputFormat format) { return {Content::Kind::Known, format, ','}; }
Content table(char delimiter) { return {Content::Kind::Known, delimiter == '\t' ? InputFormat::Tsv : InputFormat::Csv, delimiter}; }

bool ends_with(std::string_view name, std::string_view lower) {
  return name.size() >= lower.size() && is_word(name.substr(name.size() - lower.size()), lower);
}

std::string_view without_packing(std::string_view name) {
  for (const std::string_view packed : {".gz", ".zst"}) {
    if (ends_with(name, packed)) return name.substr(0, name.size() - packed.size());
  }
  return name;
}

std::string_view take_line(std::string_view& text) {
  const auto end = text.find('\n');
  const auto line = text.substr(0, end);
  text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  return line.substr(0, std::min(line.find_last_not_of(kBlank) + 1, line.size()));
}

/// The first byte that is no white space, or '\0'.
char first_mark(std::string_view text) {
  const auto at = text.find_first_not_of(kBlank);
  return at == std::string_view::npos ? '\0' : text[at];
}

/// An object over several lines goes on with a name or ends; else a line that does not end its object is a broken one.
Told tell_objects(std::string_view text, bool whole) {
  std::string_view rest = text.substr(text.find('{'));
  const bool has_line = rest.find('\n') != std::string_view::npos;
  const auto line = take_line(rest);
  if (line.ends_with('}')) return known(InputFormat::Jsonl);
  const char next = first_mark(rest);
  if ((!has_line || next == '\0') && !whole) return std::nullopt;
  return known(next == '"' || next == '}' ? InputFormat::Json : InputFormat::Jsonl);
}

bool is_binary(std::string_view text) {
  std::size_t strange = 0;
  for (std::size_t at = 0; at < text.size();) {
    const auto unit = utf8::decode(text, at);
    const bool control = static_cast<unsigned char>(text[at]) < 0x20 && kBlank.find(text[at]) == std::string_view::npos;
    const bool cut_off = at + 4 > text.size();  // the head may end inside a character
    if (control || (!unit.valid && !cut_off)) strange += unit.length;
    at += unit.length;
  }
  return strange * 10 > text.size();
}

std::vector<CsvRow> rows_of(std::string_view text, char delimiter) {
  std::vector<CsvRow> rows;
  CsvParser parser(delimiter);
  parser.take(text, rows);
  if (!parser.finish(rows)) rows.clear();
  return rows;
}

/// Whether a row can only be a header: it names a body and something else, or any two fields.
bool is_known_header(const CsvRow& row, const FieldMap& map) {
  std::set<Slot> slots;
  for (std::size_t i = 0; i < row.size(); ++i) {
    for (const Way way : map.ways(row.cell(i))) slots.insert(way.slot);
  }
  return row.size() > 1 && (slots.size() > 1 || slots.contains(slot_of(Field::Body)));
}

bool may_be_header(const CsvRow& row) {
  std::set<std::string_view> names;
  for (std::size_t i = 0; i < row.size(); ++i) {
    const auto name = row.cell(i);
    if (name.empty() || name.size() > kLongestName || !names.insert(name).second) return false;
  }
  return row.size() >= kFewestColumns;
}

/// The delimiter of a table, where the first lines are one.
std::optional<char> delimiter_of_table(std::string_view text, bool names_unknown, const FieldMap& map) {
  std::string_view rest = text;
  const auto header = take_line(rest);
  const auto second = take_line(rest);
  for (const char delimiter : kDelimiters) {
    const auto first = rows_of(header, delimiter);
    if (first.size() != 1) continue;
    if (is_known_header(first[0], map)) return delimiter;
    if (!names_unknown || !may_be_header(first[0])) continue;
    const auto next = rows_of(second, delimiter);
    if (next.size() == 1 && next[0].size() == first[0].size()) return delimiter;
  }
  return std::nullopt;
}

bool most_lines_open_objects(std::string_view text) {
  int lines = 0;
  int objects = 0;
  while (!text.empty()) {
    const char mark = first_mark(take_line(text));
    if (mark != '\0') ++lines;
    if (mark == '{') ++objects;
  }
  return 2 * objects >= lines;
}

Told tell_lines(std::string_view text, std::string_view name, const FieldMap& map) {
  if (ends_with(name, ".jsonl") || ends_with(name, ".ndjson") || ends_with(name, ".json")) return known(InputFormat::Jsonl);
  if (is_binary(text)) return Content{Content::Kind::Binary};
  if (const auto delimiter = delimiter_of_table(text, !ends_with(name, ".txt"), map)) return table(*delimiter);
  if (ends_with(name, ".csv")) return table(delimiter_of(text));
  if (ends_with(name, ".tsv")) return table('\t');
  return known(most_lines_open_objects(text) ? InputFormat::Jsonl : InputFormat::Text);
}

}  // namespace

char delimiter_of(std::string_view head) {
  const auto header = take_line(head);
  return std::count(header.begin(), header.end(), ';') > std::count(header.begin(), header.end(), ',') ? ';' : ',';
}

Told tell_content(std::string_view head, bool whole, std::string_view name, const FieldMap& map) {
  const auto text = without_mark(head);
  name = without_packing(name);
  const char first = first_mark(text);
  if (first == '\0' && !whole && text.find_first_not_of(kBlank) == std::string_view::npos) return std::nullopt;
  if (text.find_first_not_of(kBlank) == std::string_view::npos) return known(ends_with(name, ".txt") ? InputFormat::Text : InputFormat::Jsonl);
  if (first == '{') return tell_objects(text, whole);
  if (first == '[') {
    const char next = first_mark(text.substr(text.find('[') + 1));
    if (next == '\0' && !whole) return std::nullopt;
    if (next == '{' || next == ']' || next == '\0') return known(InputFormat::Json);
  }
  const bool two_lines = std::count(text.begin(), text.end(), '\n') > 1;
  if (!two_lines && !whole) return std::nullopt;
  return tell_lines(text, name, map);
}

}  // namespace wireprint
