#include "report/json_line.hpp"
#include "wireprint/evaluation/judged_pair.hpp"

namespace wireprint {
namespace {

std::string_view fate_name(PairFate fate) {
  switch (fate) {
    case PairFate::Joined: return "joined";
    case PairFate::JoinedApart: return "joined_apart";
    case PairFate::Cut: return "cut";
    case PairFate::Refused: return "refused";
    case PairFate::NotCompared: return "not_compared";
  }
  return {};
}

void write_scores(JsonLine& line, const PairExplanation& explanation) {
  const Match& match = explanation.match;
  const bool copy = match.verdict == Verdict::Copy;
  line.text("verdict", name_of(match.verdict));
  line.text("role", copy ? name_of(match.role) : std::string_view());
  line.begin_array("reasons");
  for (const Reason reason : match.reasons) line.element(name_of(reason));
  line.end_array();
  line.share("copied", match.copied);
  line.share("kept", match.kept);
  line.share("jaccard", match.jaccard);
  line.share("jaccard_all", match.jaccard_all);
  line.share("headlines", match.headlines);
  line.share("quoted", match.quoted);
  line.count("shared_words", match.shared_words);
  line.count("longest_run_words", match.longest_run_words);
  line.count("number_conflicts", match.number_conflicts);
  line.count("shared_samples", explanation.shared_samples);
  line.count("shared_story_samples", explanation.shared_story_samples);
}

void write_no_scores(JsonLine& line) {
  for (const auto* name : {"verdict", "role"}) line.null(name);
  line.begin_array("reasons");
  line.end_array();
  for (const auto* name : {"copied", "kept", "jaccard", "jaccard_all", "headlines", "quoted", "shared_words", "longest_run_words",
                           "number_conflicts", "shared_samples", "shared_story_samples"}) {
    line.null(name);
  }
}

}  // namespace

std::string score_line(const ClusterRun& run, const JudgedPair& judged) {
  const auto& explanation = judged.explanation;
  JsonLine line;
  line.text("schema", "wireprint.score/1");
  line.text("corpus", judged.pair.corpus);
  const Key a{judged.pair.keys.a};
  const Key b{judged.pair.keys.b};
  line.key("a", explanation ? &run.articles[explanation->match.a].article.key : &a);
  line.key("b", explanation ? &run.articles[explanation->match.b].article.key : &b);
  line.text("label", name_of(judged.pair.label));
  line.text("outcome", name_of(outcome_of(judged)));
  line.flag("joined", judged.joined);
  line.text("fate", explanation ? fate_name(explanation->fate) : "unusable");
  line.text("unusable", judged.unusable);
  line.flag("candidate", explanation && explanation->candidate);
  explanation ? write_scores(line, *explanation) : write_no_scores(line);
  return line.finish();
}

}  // namespace wireprint
