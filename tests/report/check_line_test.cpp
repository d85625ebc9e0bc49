#include <catch2/catch.hpp>

#include "support/sample_run.hpp"
#include "wireprint/report/check_answer.hpp"

namespace wireprint {
namespace {

using Catch::Contains;

CheckAnswer sample_answer() {
  const ClusterRun run = test::sample_run();
  ArchivedMatch match{.article = run.articles[0].article, .version = 2, .cluster = "h1", .match = run.matches[0]};
  return {.line = 12,
          .article = run.articles[1].article,
          .agency = "AP",
          .known_share = Share{82, 100},
          .cluster = "h1",
          .original = run.articles[0].article.key,
          .matches = {std::move(match)},
          .others = {{"h1", 7}}};
}

}  // namespace

TEST_CASE("a check's line has its fields in the order of the contract") {
  CHECK(check_line(sample_answer()) ==
        R"({"schema":"wireprint.check/1","line":12,"key":"h2","status":"ok","error":null,"verdict":"copy","known_share":0.82,)"
        R"("cluster":"h1","original":"h1","agency":"AP","matches":[{"key":"h1","outlet":"Harbor Ledger",)"
        R"("published":"2017-06-01T05:00-08:00","headline":"Harbour bridge to close for six weeks",)"
        R"("url":"https://ledger.example/bridge","cluster":"h1","verdict":"copy","role":"trimmed","probability":null,)"
        R"("copied":1.0,"kept":0.31,"lag_seconds":5400,"lag_days":0,"passages":[{"a":[1,10],"b":[9,18],"words":2,"quoted":true},)"
        R"({"a":[40,48],"b":[20,32],"words":3,"quoted":false}],"version":2,"estimated":false,"copied_bounds":null,"kept_bounds":null}],)"
        R"("others":[{"cluster":"h1","articles":7}]})");
}

TEST_CASE("a line that could not be read is answered with the reason and nothing else") {
  CheckAnswer answer{.line = 3, .status = Status::Error, .error = Error{ErrorCode::BadInput, "is no object", {"-", 3, {}}}};
  CHECK(check_line(answer) ==
        R"({"schema":"wireprint.check/1","line":3,"key":null,"status":"error","error":"is no object","verdict":null,)"
        R"("known_share":null,"cluster":null,"original":null,"agency":null,"matches":[],"others":[]})");
}

TEST_CASE("an article that nobody has is different, and one without a story has no verdict") {
  CheckAnswer answer = sample_answer();
  answer.matches.clear();
  CHECK(verdict_of(answer) == Verdict::Different);
  answer.status = Status::Empty;
  CHECK(verdict_of(answer) == std::nullopt);
}

TEST_CASE("the verdict is that of the match which says most, wherever it stands") {
  CheckAnswer answer = sample_answer();
  answer.matches.insert(answer.matches.begin(), answer.matches.front());
  answer.matches.front().match.verdict = Verdict::Template;
  CHECK(verdict_of(answer) == Verdict::Copy);
  answer.matches.back().match.verdict = Verdict::Quote;
  CHECK(verdict_of(answer) == Verdict::Quote);
  CHECK_THAT(check_line(answer), Contains(R"("verdict":"template","role":null)"));
}

TEST_CASE("estimates are said to be some, with the bounds in which they lie") {
  CheckAnswer answer = sample_answer();
  answer.matches.front().copied_estimate = Estimate{0.9, 0.81234, 0.97};
  answer.matches.front().kept_estimate = Estimate{0.33333, 0.2, 0.5};
  CHECK_THAT(check_line(answer), Contains(R"("copied":0.9,"kept":0.3333,)") &&
                                     Contains(R"("estimated":true,"copied_bounds":[0.8123,0.97],"kept_bounds":[0.2,0.5])"));
}

TEST_CASE("a match turned round speaks of the other side, and twice turned is as it was") {
  const Match match = test::trimmed_match();
  const Match other = turned(match);
  CHECK(other.role == Role::Extended);
  CHECK(other.copied == match.kept);
  CHECK(other.words_a == match.words_b);
  REQUIRE(other.passages.size() == match.passages.size());
  CHECK(other.passages.front().a.begin == 11);
  CHECK(other.passages.front().b.begin == 3);
  CHECK(turned(other).passages.front().a.begin == match.passages.front().a.begin);
  CHECK(turned(other).role == match.role);
}

}  // namespace wireprint
