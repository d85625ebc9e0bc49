#include "wireprint/evaluation/labels.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <initializer_list>
#include <unordered_set>

#include "wireprint/article/line_reader.hpp"

namespace wireprint {
namespace {

constexpr std::array<std::string_view, 7> kLabels{"verbatim", "trimmed", "updated", "partial", "quote", "template", "different"};

using Row = std::vector<std::string>;

struct Table {
  std::vector<Row> rows;  ///< the columns that were asked for, in that order, and one more
  std::vector<Location> places;
};

Row cut(std::string_view line) {
  Row cells;
  for (std::size_t begin = 0; begin <= line.size();) {
    const auto end = std::min(line.find('\t', begin), line.size());
    cells.emplace_back(line.substr(begin, end - begin));
    begin = end + 1;
  }
  return cells;
}

Error bad(std::string message, Location where) { return {ErrorCode::BadInput, std::move(message), std::move(where)}; }

Result<std::vector<std::size_t>> places_of(std::initializer_list<std::string_view> names, const Row& heading, const std::string& path) {
  std::vector<std::size_t> places;
  for (const auto name : names) {
    const auto found = std::find(heading.begin(), heading.end(), name);
    if (found == heading.end()) return fail(bad(fmt::format("the first line names no column '{}'", name), {path, 1, {}}));
    places.push_back(static_cast<std::size_t>(found - heading.begin()));
  }
  return places;
}

Result<Row> pick(const Row& cells, const std::vector<std::size_t>& places, const Location& where) {
  Row row;
  for (const auto place : places) {
    if (place >= cells.size()) return fail(bad(fmt::format("{} columns, expected {} or more", cells.size(), place + 1), where));
    row.push_back(cells[place]);
  }
  return row;
}

// The last cell of a row is that of column `optional`, empty where there is none.
Result<Table> read_table(const std::string& path, std::initializer_list<std::string_view> names, std::string_view optional = {}) {
  auto source = ByteSource::open(path);
  if (!source) return fail(source.error());
  LineReader lines(std::move(*source), path);
  std::optional<std::vector<std::size_t>> places;
  std::optional<std::size_t> last;
  Table table;
  while (true) {
    auto line = lines.next();
    if (!line) return fail(line.error());
    if (!*line) break;
    const auto cells = cut((*line)->bytes);
    if (!places) {
      auto found = places_of(names, cells, path);
      if (!found) return fail(found.error());
      places = std::move(*found);
      const auto extra = optional.empty() ? cells.end() : std::find(cells.begin(), cells.end(), optional);
      if (extra != cells.end()) last = static_cast<std::size_t>(extra - cells.begin());
    } else if (!(*line)->bytes.empty()) {
      auto row = pick(cells, *places, {path, (*line)->number, {}});
      if (!row) return fail(row.error());
      row->push_back(last && *last < cells.size() ? cells[*last] : std::string());
      table.rows.push_back(std::move(*row));
      table.places.push_back({path, (*line)->number, {}});
    }
  }
  if (!places) return fail(bad("empty, expected a first line that names the columns", {path, 0, {}}));
  return table;
}

std::optional<double> weight_in(std::string_view text) {
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size() || !(value > 0)) return std::nullopt;
  return value;
}

}  // namespace

std::string_view name_of(PairLabel label) { return kLabels[static_cast<std::size_t>(label)]; }

std::optional<bool> is_copy(PairLabel label) {
  if (label == PairLabel::Partial) return std::nullopt;
  return label <= PairLabel::Updated;
}

Result<std::vector<LabelledPair>> read_labelled_pairs(const std::string& path) {
  auto table = read_table(path, {"corpus", "id_a", "id_b", "label"}, "weight");
  if (!table) return fail(table.error());
  std::vector<LabelledPair> pairs;
  for (std::size_t i = 0; i < table->rows.size(); ++i) {
    auto& row = table->rows[i];
    if (row[3].empty()) continue;
    const auto label = std::find(kLabels.begin(), kLabels.end(), row[3]);
    if (label == kLabels.end()) return fail(bad(fmt::format("'{}' is no label, expected one of {}", row[3], fmt::join(kLabels, ", ")), table->places[i]));
    pairs.push_back({std::move(row[0]), {std::move(row[1]), std::move(row[2])}, static_cast<PairLabel>(label - kLabels.begin()), 1});
    if (row[4].empty()) continue;
    const auto weight = weight_in(row[4]);
    if (!weight) return fail(bad(fmt::format("weight '{}', expected a number above 0", row[4]), table->places[i]));
    pairs.back().weight = *weight;
  }
  return pairs;
}

Result<std::vector<KeyPair>> read_key_pairs(const std::string& path) {
  auto table = read_table(path, {"id_a", "id_b"});
  if (!table) return fail(table.error());
  std::vector<KeyPair> pairs;
  for (auto& row : table->rows) pairs.push_back({std::move(row[0]), std::move(row[1])});
  return pairs;
}

Result<std::vector<KeyCluster>> read_clusters(const std::string& path) {
  auto table = read_table(path, {"key", "cluster"});
  if (!table) return fail(table.error());
  std::vector<KeyCluster> clusters;
  std::unordered_set<std::string> seen;
  for (std::size_t i = 0; i < table->rows.size(); ++i) {
    auto& row = table->rows[i];
    if (!seen.insert(row[0]).second) return fail(bad(fmt::format("key '{}' stands in an earlier line too", row[0]), table->places[i]));
    clusters.push_back({std::move(row[0]), std::move(row[1])});
  }
  return clusters;
}

}  // namespace wireprint
