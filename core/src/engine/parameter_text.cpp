#include <fmt/format.h>

#include "report/json_line.hpp"
#include "report/rounding.hpp"
#include "wireprint/engine/parameters.hpp"

namespace wireprint {
namespace {

void write_measured(JsonLine& line, const ParameterRow& row) {
  line.share("solved", as_share(row.solved));
  line.share("expected", row.found.whole > 0 ? std::optional(as_share(row.expected)) : std::nullopt);
  line.share("measured", row.found.whole > 0 ? std::optional(row.found) : std::nullopt);
  if (row.found.whole > 0) line.estimate("interval", Estimate{row.found.value(), row.measured.low, row.measured.high});
  else line.null("interval");
}

// A decimal and no more: these are measurements.
void write_figure(JsonLine& line, std::string_view name, double value) {
  line.share(name, Share{static_cast<std::uint64_t>(value * 10 + 0.5), 10});
}

std::string heading(const ParameterTable& table) {
  return fmt::format(
      "{} articles, {} distinct texts; {} of them held against all by brute force. True pairs resemble each other by {} or more.\n\n"
      "{:>7}{:>7}{:>8}{:>13}{:>8}{:>10}{:>10}  {:<17}{:>8}{:>12}{:>11}{:>8}{:>13}\n",
      table.articles, table.texts, table.sampled, table.threshold, "shingle", "slots", "recall", "bands x rows", "solved", "expected", "measured",
      "(95 %)", "pairs", "candidates", "bytes", "MB/s", "queries/s");
}

}  // namespace

std::string parameter_line(const ParameterTable& table, const ParameterRow& row) {
  JsonLine line;
  line.text("schema", "wireprint.bench/1");
  line.count("articles", table.articles);
  line.count("texts", table.texts);
  line.count("sampled", table.sampled);
  line.share("threshold", as_share(table.threshold));
  line.count("shingle", static_cast<std::uint64_t>(row.shingle_words));
  line.count("slots", static_cast<std::uint64_t>(row.slots));
  line.share("recall", as_share(row.recall));
  line.number("bands", row.banding ? std::optional<std::int64_t>(row.banding->bands) : std::nullopt);
  line.number("rows", row.banding ? std::optional<std::int64_t>(row.banding->rows) : std::nullopt);
  if (row.banding) write_measured(line, row);
  else for (const auto* name : {"solved", "expected", "measured", "interval"}) line.null(name);
  line.count("pairs", row.found.whole);
  for (const auto& [name, value] : {std::pair("candidates_per_article", row.candidates), std::pair("bytes_per_article", row.bytes)}) {
    row.banding ? write_figure(line, name, value) : line.null(name);
  }
  write_figure(line, "mb_per_second", row.megabytes_a_second);
  row.banding ? write_figure(line, "queries_per_second", row.queries_a_second) : line.null("queries_per_second");
  return line.finish();
}

std::string parameter_row_text(const ParameterRow& row) {
  const std::string start = fmt::format("{:>7}{:>7}{:>8}", row.shingle_words, row.slots, row.recall);
  if (!row.banding) return start + fmt::format("{:>13}\n", "out of reach");
  const std::string cut = fmt::format("{} x {}", row.banding->bands, row.banding->rows);
  const std::string interval = fmt::format("({:.4f}-{:.4f})", row.measured.low, row.measured.high);
  const std::string found = row.found.whole > 0 ? fmt::format("{:>10.4f}{:>10.4f}  {:<17}", row.expected, row.found.value(), interval)
                                                : fmt::format("{:>10}{:>10}  {:<17}", "-", "-", "no true pair");
  return start + fmt::format("{:>13}{:>8.4f}{}{:>8}{:>12.2f}{:>11.0f}{:>8.0f}{:>13.0f}\n", cut, row.solved, found, row.found.whole, row.candidates,
                             row.bytes, row.megabytes_a_second, row.queries_a_second);
}

std::string parameter_text(const ParameterTable& table) {
  std::string text = heading(table);
  for (const auto& row : table.rows) text += parameter_row_text(row);
  return text + "\ncandidates and bytes are for each article: 2 bytes a slot, 12 a band. expected: the solved curve at the true pairs' own resemblance.\n";
}

}  // namespace wireprint
