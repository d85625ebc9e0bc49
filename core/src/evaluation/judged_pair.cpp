#include "wireprint/evaluation/judged_pair.hpp"

#include <algorithm>
#include <vector>

#include "wireprint/evaluation/stories.hpp"

namespace wireprint {
namespace {

constexpr std::array<std::string_view, 4> kOutcomes{"right", "missed", "false_alarm", "left_out"};

void add(LabelRow& row, const JudgedPair& judged) {
  ++row.pairs;
  row.joined += judged.joined ? 1 : 0;
  if (!judged.explanation) {
    ++row.unusable;
    return;
  }
  const Match& match = judged.explanation->match;
  ++row.verdicts[static_cast<std::size_t>(match.verdict)];
  if (match.verdict == Verdict::Copy) ++row.roles[static_cast<std::size_t>(match.role)];
}

}  // namespace

std::string_view name_of(Outcome outcome) { return kOutcomes[static_cast<std::size_t>(outcome)]; }

Outcome outcome_of(const JudgedPair& judged) {
  const auto truth = is_copy(judged.pair.label);
  if (!truth) return Outcome::LeftOut;
  if (*truth == judged.joined) return Outcome::Right;
  return *truth ? Outcome::Missed : Outcome::FalseAlarm;
}

PairTable tabulate(std::span<const JudgedPair> pairs, std::uint64_t seed) {
  PairTable table;
  std::vector<LabelledPair> labels;
  for (const auto& judged : pairs) labels.push_back(judged.pair);
  const auto stories = stories_of(labels);
  std::vector<Answer> answers;
  for (std::size_t i = 0; i < pairs.size(); ++i) {
    const JudgedPair& judged = pairs[i];
    add(table.rows[static_cast<std::size_t>(judged.pair.label)], judged);
    const auto truth = is_copy(judged.pair.label);
    if (!truth) continue;
    answers.push_back({*truth, judged.joined, stories[i]});
    if (!*truth) continue;
    ++table.candidates.whole;
    table.candidates.part += judged.explanation && judged.explanation->candidate ? 1 : 0;
  }
  table.accuracy = accuracy_of(answers);
  table.intervals = bootstrap(answers, seed);
  return table;
}

}  // namespace wireprint
