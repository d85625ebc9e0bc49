#include "wireprint/report/explanation.hpp"

#include <catch2/catch.hpp>

#include "support/sample_run.hpp"

namespace wireprint {
namespace {

PairExplanation sample_pair(PairFate fate) {
  return {.match = test::trimmed_match(), .fate = fate, .shared_samples = 38, .shared_story_samples = 35, .resemblance = 0.29};
}

}  // namespace

using Catch::Contains;
using Catch::StartsWith;

TEST_CASE("a pair's explanation starts with the verdict and the rule that decided") {
  const ClusterRun run = test::sample_run();
  CHECK_THAT(explain_text(run, sample_pair(PairFate::Joined)),
             StartsWith("h2 is a copy of h1, trimmed: enough of the shorter story stands in the other (story_shared).\n"
                        "Also: the two texts are equal after normalisation (identical_text).\n"
                        "Joined: both are in cluster h1 of 4 articles.\n"));
}

TEST_CASE("what spoke for a copy is told of a pair that is none") {
  PairExplanation pair = sample_pair(PairFate::Refused);
  pair.match.verdict = Verdict::Template;
  pair.match.reasons = {Reason::NumberConflicts, Reason::StoryShared};
  CHECK_THAT(explain_text(test::sample_run(), pair),
             StartsWith("h2 has the form of h1, but tells other facts: the same words stand around other figures\n") &&
                 Contains("\nAgainst that: enough of the shorter story stands in the other (story_shared).\nCompared and not joined.\n"));
}

TEST_CASE("what became of a pair is told whatever the verdict") {
  const ClusterRun run = test::sample_run();
  CHECK_THAT(explain_text(run, sample_pair(PairFate::Cut)), Contains("Cut: "));
  CHECK_THAT(explain_text(run, sample_pair(PairFate::NotCompared)), Contains("did not compare them"));
  CHECK_THAT(explain_text(run, sample_pair(PairFate::JoinedApart)), Contains("other members hold both in cluster h1"));
}

TEST_CASE("a pair that was not compared is told the true reason") {
  const ClusterRun run = test::sample_run();
  PairExplanation pair = sample_pair(PairFate::NotCompared);
  const auto [reason, words] = GENERATE(Catch::Generators::table<Unproposed, std::string>({
      {Unproposed::TooLittle, "too few sampled shingles"}, {Unproposed::Recurring, "recurs for weeks. They"},
      {Unproposed::NotReissued, "without the same headline"}, {Unproposed::Crowd, "only the first and the last"}}));
  pair.unproposed = reason;
  CHECK_THAT(explain_text(run, pair, 300), Contains(words));
}

TEST_CASE("texts that were compared in a pair's place are named") {
  PairExplanation pair = sample_pair(PairFate::Refused);
  pair.in_place = {{2, 3}};
  CHECK_THAT(explain_text(test::sample_run(), pair), Contains("In their place stand 7 and h4, "));
}

TEST_CASE("shared passages stand side by side") {
  const ClusterRun run = test::sample_run();
  CHECK_THAT(explain_text(run, sample_pair(PairFate::Joined), 60),
             Contains("Passage 1 of 2: 2 words, quoted\n") && Contains("Six weeks                    │ Six weeks\n"));
}

TEST_CASE("a long passage is cut in the middle and its words are counted") {
  ClusterRun run = test::sample_run();
  std::string body;
  for (int i = 0; i < 300; ++i) body += "word" + std::to_string(i) + " ";
  run.articles[0].article.body = run.articles[1].article.body = body;
  const auto size = static_cast<std::uint32_t>(body.size());
  PairExplanation pair = sample_pair(PairFate::Joined);
  pair.match.passages = {{{0, size}, {0, size}, 300, false}};
  CHECK_THAT(explain_text(run, pair), Contains("[… 300 words in all …]") && Contains("word0 ") && Contains("word299") && !Contains("word150"));
}

TEST_CASE("an article's explanation shows what was not story and why") {
  const ClusterRun run = test::sample_run();
  const ArticleExplanation explanation{
      .article = 1, .furniture = {{{0, 10}, FurnitureKind::Dateline, "city_and_dash"}}, .story_words = 188, .nearest = {test::trimmed_match()}};
  CHECK_THAT(explain_text(run, explanation), StartsWith("h2: Bridge shuts in July\n") &&
                                                 Contains("  words      190, 188 of them story (190 before") &&
                                                 Contains("  dateline  city_and_dash  LEDGER —\n") &&
                                                 Contains("  cluster    h1 of 4 articles; trimmed of the original, 100 % copied, 31 % kept\n") &&
                                                 Contains("  h1  Harbor Ledger  copy  100 % of this  31 % of that  story_shared\n"));
}

}  // namespace wireprint
