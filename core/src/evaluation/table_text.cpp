#include <fmt/format.h>

#include "wireprint/evaluation/judged_pair.hpp"

namespace wireprint {
namespace {

constexpr int kFirst = 10;
constexpr int kCell = 11;

std::string cell(std::uint64_t count) { return count == 0 ? fmt::format("{:>{}}", "-", kCell) : fmt::format("{:>{}}", count, kCell); }

std::string verdict_row(std::string_view name, const LabelRow& row) {
  std::string text = fmt::format("{:<{}}{:>7}{:>8}", name, kFirst, row.pairs, row.joined);
  for (const auto count : row.verdicts) text += cell(count);
  return text + cell(row.unusable) + "\n";
}

std::string role_row(std::string_view name, const LabelRow& row) {
  std::string text = fmt::format("{:<{}}{:>7}{:>8}", name, kFirst, row.pairs, row.joined);
  for (std::size_t role = 1; role < row.roles.size(); ++role) text += cell(row.roles[role]);
  return text + "\n";
}

std::string heading(std::string_view what) { return fmt::format("{:<{}}{:>7}{:>8}", what, kFirst, "pairs", "joined"); }

std::string figure(std::string_view name, Share share, Interval interval) {
  return fmt::format("{:<10}{:.4f}  [{:.4f}, {:.4f}]  {} of {}\n", name, share.value(), interval.low, interval.high, share.part, share.whole);
}

}  // namespace

std::string table_text(const PairTable& table) {
  std::string text = heading("verdict");
  for (std::size_t i = 0; i < table.rows[0].verdicts.size(); ++i) text += fmt::format("{:>{}}", name_of(static_cast<Verdict>(i)), kCell);
  text += fmt::format("{:>{}}\n", "unusable", kCell);
  for (std::size_t i = 0; i < table.rows.size(); ++i) text += verdict_row(name_of(static_cast<PairLabel>(i)), table.rows[i]);
  text += "\n" + heading("role");
  for (std::size_t i = 1; i < table.rows[0].roles.size(); ++i) text += fmt::format("{:>{}}", name_of(static_cast<Role>(i)), kCell);
  text += "\n";
  for (std::size_t i = 0; i < table.rows.size(); ++i) text += role_row(name_of(static_cast<PairLabel>(i)), table.rows[i]);

  text += "\nCopies are verbatim, trimmed and updated pairs; partial ones are left out. In brackets 95 % of the resamples.\n";
  text += figure("precision", table.accuracy.precision(), table.intervals.precision);
  text += figure("recall", table.accuracy.recall(), table.intervals.recall);
  text += figure("F1", table.accuracy.f1(), table.intervals.f1);
  text += fmt::format("{} false alarms, {} missed\n", table.accuracy.false_alarms, table.accuracy.misses);
  text += fmt::format("candidate recall {:.4f}, {} of {} copies were proposed by an index\n", table.candidates.value(), table.candidates.part,
                      table.candidates.whole);
  return text;
}

}  // namespace wireprint
