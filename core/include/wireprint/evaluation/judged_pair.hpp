// A labelled pair, what the run made of it, and the figures over many of them.
//
// Pure functions and values; callable from any thread.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "wireprint/evaluation/accuracy.hpp"
#include "wireprint/evaluation/labels.hpp"
#include "wireprint/report/explanation.hpp"

namespace wireprint {

struct JudgedPair {
  LabelledPair pair;
  bool joined = false;                         ///< both stand in one cluster
  std::optional<PairExplanation> explanation;  ///< none where one of the two was compared with none
  std::string unusable;                        ///< then: why
};

enum class Outcome : std::uint8_t { Right, Missed, FalseAlarm, LeftOut };

/// "right", "missed", "false_alarm" or "left_out".
[[nodiscard]] std::string_view name_of(Outcome outcome);
[[nodiscard]] Outcome outcome_of(const JudgedPair& judged);

/// One row of the table: the pairs with a label.
struct LabelRow {
  std::uint64_t pairs = 0;
  std::uint64_t joined = 0;
  std::array<std::uint64_t, 5> verdicts{};  ///< by Verdict
  std::uint64_t unusable = 0;
  std::array<std::uint64_t, 6> roles{};     ///< by Role, of the copies
};

struct PairTable {
  std::array<LabelRow, 7> rows{};  ///< by PairLabel
  Accuracy accuracy;               ///< partial pairs left out
  Intervals intervals;
  Share candidates;                ///< of the labelled copies, those that an index proposed
};

[[nodiscard]] PairTable tabulate(std::span<const JudgedPair> pairs, std::uint64_t seed);

/// The table for people, with the figures below it; ends with a line feed.
[[nodiscard]] std::string table_text(const PairTable& table);

/// One line of JSON without its line feed: the label, what became of the pair, and its scores. See FORMAT.md of the report.
[[nodiscard]] std::string score_line(const ClusterRun& run, const JudgedPair& judged);

}  // namespace wireprint
