#include "wireprint/evaluation/judged_pair.hpp"

#include <catch2/catch.hpp>

namespace wireprint {
namespace {

JudgedPair judged(PairLabel label, bool joined, Verdict verdict, bool candidate = true) {
  JudgedPair pair{{"news", {"a", "b"}, label}, joined, PairExplanation{}, {}};
  pair.explanation->match.verdict = verdict;
  pair.explanation->match.role = Role::Trimmed;
  pair.explanation->candidate = candidate;
  return pair;
}

}  // namespace

TEST_CASE("a pair is right when its articles are joined as its label says") {
  CHECK(outcome_of(judged(PairLabel::Trimmed, true, Verdict::Copy)) == Outcome::Right);
  CHECK(outcome_of(judged(PairLabel::Updated, false, Verdict::Different)) == Outcome::Missed);
  CHECK(outcome_of(judged(PairLabel::Template, true, Verdict::Template)) == Outcome::FalseAlarm);
  CHECK(outcome_of(judged(PairLabel::Partial, true, Verdict::Copy)) == Outcome::LeftOut);
}

TEST_CASE("clusters decide what counts, verdicts stand beside them") {
  const std::vector<JudgedPair> pairs{judged(PairLabel::Verbatim, true, Verdict::Different), judged(PairLabel::Quote, false, Verdict::Copy),
                                      judged(PairLabel::Partial, true, Verdict::Copy)};
  const PairTable table = tabulate(pairs, 1);
  CHECK(table.accuracy.hits == 1);
  CHECK(table.accuracy.rejected == 1);
  CHECK(table.accuracy.hits + table.accuracy.rejected + table.accuracy.misses + table.accuracy.false_alarms == 2);
  const auto& quotes = table.rows[static_cast<std::size_t>(PairLabel::Quote)];
  CHECK(quotes.verdicts[static_cast<std::size_t>(Verdict::Copy)] == 1);
  CHECK(quotes.roles[static_cast<std::size_t>(Role::Trimmed)] == 1);
  CHECK(quotes.joined == 0);
}

TEST_CASE("candidate recall counts the labelled copies that an index proposed") {
  auto lost = judged(PairLabel::Updated, false, Verdict::Copy, false);
  JudgedPair unusable{{"news", {"a", "b"}, PairLabel::Verbatim}, false, {}, "empty"};
  const std::vector<JudgedPair> pairs{judged(PairLabel::Verbatim, true, Verdict::Copy), lost, unusable, judged(PairLabel::Quote, false, Verdict::Quote)};
  const PairTable table = tabulate(pairs, 1);
  CHECK(table.candidates == Share{1, 3});
  CHECK(table.rows[0].unusable == 1);
}

}  // namespace wireprint
