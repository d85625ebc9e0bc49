// wireprint evaluate: how right are the clusters, where people have said what is true?
#include <fmt/format.h>

#include <iterator>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "bad_records.hpp"
#include "coefficients_option.hpp"
#include "command.hpp"
#include "error_log.hpp"
#include "evaluate_flags.hpp"
#include "file_identity.hpp"
#include "output.hpp"
#include "recipe_options.hpp"
#include "wireprint/engine/evaluate.hpp"
#include "wireprint/evaluation/ablation.hpp"

namespace wireprint::command {
namespace {

/// How the corpora are read and their pairs judged.
struct Basis {
  const ReaderOptions& reader;
  const CopyRule& rule;
};

/// What the corpora have given so far.
struct Findings {
  std::vector<JudgedPair> pairs;
  std::vector<LabelledCorpus> labelled;
  std::vector<Accuracy> ablated;  ///< by variants_of(), over all corpora
  std::string corpora = fmt::format("{:<20}{:>10}{:>10}{:>10}{:>8}{:>11}{:>8}{:>8}\n", "corpus", "articles", "clusters", "largest", "pairs",
                                    "precision", "recall", "F1");
  std::string truths;
  bool complete = true;
};

std::size_t largest(const ClusterRun& run) {
  std::size_t most = 0;
  for (const auto& cluster : run.clusters) most = std::max(most, cluster.members.size());
  return most;
}

std::string corpus_row(const std::string& name, const ClusterRun& run, std::span<const JudgedPair> pairs, std::uint64_t seed) {
  std::string row = fmt::format("{:<20}{:>10}{:>10}{:>10}{:>8}", name, run.counts.records, run.clusters.size(), largest(run), pairs.size());
  if (pairs.empty()) return row + "\n";
  const Accuracy accuracy = tabulate(pairs, seed).accuracy;
  return row + fmt::format("{:>11.4f}{:>8.4f}{:>8.4f}\n", accuracy.precision().value(), accuracy.recall().value(), accuracy.f1().value());
}

std::string same_story_text(const std::string& file, Share share) {
  return fmt::format("{}: same-story recall {:.4f}, {} of {} pairs\n", file, share.value(), share.part, share.whole);
}

std::string clusters_text(const std::string& file, const ClusterComparison& compared) {
  const Agreement& a = compared.agreement;
  std::string text = fmt::format("{}: {} articles", file, compared.keys);
  if (compared.unknown > 0) text += fmt::format(", {} of them not in the corpus", compared.unknown);
  text += fmt::format("\n  pairwise       precision {:.4f}  recall {:.4f}  F1 {:.4f}  ({} right, {} joined, {} true)\n", a.pair_precision.value(),
                      a.pair_recall.value(), a.pair_f1(), a.pair_precision.part, a.pair_precision.whole, a.pair_recall.whole);
  text += fmt::format("  adjusted Rand  {:.4f}\n", a.adjusted_rand);
  text += fmt::format("  B-cubed        precision {:.4f}  recall {:.4f}  F1 {:.4f}\n", a.b_cubed_precision, a.b_cubed_recall, a.b_cubed_f1());
  text += fmt::format("  V-measure      homogeneity {:.4f}  completeness {:.4f}  V {:.4f}\n", a.homogeneity, a.completeness, a.v_measure());
  return text;
}

ClusterOptions engine_options(const EvaluateFlags& flags, const Basis& basis, Terminal& terminal, ErrorLog& errors) {
  ClusterOptions options;
  options.reader = basis.reader;
  options.rule = basis.rule;
  options.recipe = recipe_named(flags.recipe);
  options.need_bodies = !flags.input.force;
  options.threads = flags.threads;
  options.keep_refused = true;  // so that a pair's fate is what happened, not what the rules say
  options.edit = blank(flags.without);
  if (!flags.quiet) options.progress = terminal.progress();
  options.on_error = [&errors](const Error& error) { errors.add(error); };
  return options;
}

void ablate(const Engine& engine, const CopyRule& rule, std::span<const JudgedPair> pairs, Findings& findings) {
  const auto variants = variants_of(rule);
  findings.ablated.resize(variants.size());
  for (std::size_t i = 0; i < variants.size(); ++i) findings.ablated[i] += accuracy_under(engine, variants[i].rule, pairs);
}

Result<void> judge_corpus(const Corpus& corpus, const EvaluateFlags& flags, const Basis& basis, Terminal& terminal, Output* scores,
                          Findings& findings) {
  ErrorLog errors(terminal, nullptr);
  Engine engine(engine_options(flags, basis, terminal, errors));
  const auto found = engine.cluster({corpus.path});
  terminal.end_progress();
  errors.end();
  if (!found) return fail(found.error());
  const ClusterRun& run = **found;
  auto pairs = judge_pairs(engine, run, corpus.pairs);
  findings.complete &= !too_many_bad(run.counts, {});
  findings.corpora += corpus_row(corpus.name, run, pairs, flags.seed);
  for (const auto& [file, keys] : corpus.same_story) findings.truths += same_story_text(file, joined_share(run, keys));
  for (const auto& [file, truth] : corpus.clusters) findings.truths += clusters_text(file, compare_clusters(run, truth));
  if (!pairs.empty()) findings.labelled.push_back(labelled_corpus(engine, corpus.name, pairs));
  if (flags.ablate) ablate(engine, basis.rule, pairs, findings);
  if (scores != nullptr) {
    for (const auto& pair : pairs) scores->write(score_line(run, pair) + "\n");
  }
  findings.pairs.insert(findings.pairs.end(), std::make_move_iterator(pairs.begin()), std::make_move_iterator(pairs.end()));
  return {};
}

std::string report(const Findings& findings, const CopyRule& rule, std::uint64_t seed) {
  std::string text = findings.corpora;
  if (!findings.pairs.empty()) text += "\n" + table_text(tabulate(findings.pairs, seed));
  if (findings.labelled.size() > 1) {  // of one corpus alone nothing can be left out
    if (const auto tuning = tune(findings.labelled, seed)) text += "\n" + left_out_text(*tuning);
  }
  if (!findings.ablated.empty()) text += "\n" + ablation_text(variants_of(rule), findings.ablated);
  if (!findings.truths.empty()) text += "\n" + findings.truths;
  return text;
}

std::vector<std::string> inputs_of(const EvaluateFlags& flags) {
  std::vector<std::string> inputs = flags.corpora;
  if (!flags.pairs.empty()) inputs.push_back(flags.pairs);
  inputs.insert(inputs.end(), flags.same_story.begin(), flags.same_story.end());
  inputs.insert(inputs.end(), flags.clusters.begin(), flags.clusters.end());
  return inputs;
}

Result<std::optional<Output>> open_scores(const std::string& path) {
  std::optional<Output> scores;
  if (path.empty()) return scores;
  auto opened = Output::open(path);
  if (!opened) return fail(opened.error());
  scores.emplace(std::move(*opened));
  return scores;
}

ExitCode run(const EvaluateFlags& flags, Terminal& terminal) {
  const auto outputs = flags.scores.empty() ? std::vector<std::string>{"-"} : std::vector<std::string>{"-", flags.scores};
  if (const auto apart = check_apart(outputs, inputs_of(flags)); !apart) return terminal.stop(ExitCode::Usage, apart.error());
  const auto reader = resolve(flags.input);
  if (!reader) return terminal.stop(ExitCode::Usage, reader.error());
  const auto corpora = resolve_corpora(flags);
  if (!corpora) return terminal.stop(ExitCode::Usage, corpora.error());
  const auto rule = read_rule(flags.coefficients);
  if (!rule) return terminal.stop(ExitCode::Usage, rule.error());
  auto scores = open_scores(flags.scores);
  if (!scores) return terminal.stop(ExitCode::NotWritten, scores.error());

  Findings findings;
  for (const auto& corpus : *corpora) {
    const auto judged = judge_corpus(corpus, flags, {*reader, *rule}, terminal, *scores ? &**scores : nullptr, findings);
    if (!judged) return terminal.stop(ExitCode::Usage, judged.error());
  }
  if (*scores) {
    if (const auto written = (*scores)->finish(); !written) return terminal.stop(ExitCode::NotWritten, written.error());
  }
  if (const auto printed = print(report(findings, *rule, flags.seed), terminal); printed != ExitCode::Done) return printed;
  return findings.complete ? ExitCode::Done : ExitCode::SomeUnreadable;
}

void add_truths(CLI::App* command, EvaluateFlags& flags) {
  command->add_option("--pairs", flags.pairs, "Labelled pairs: columns corpus, id_a, id_b, label")->type_name("FILE.tsv");
  command->add_option("--same-story", flags.same_story, "Pairs of one story, of the corpus that the file is named after: columns id_a, id_b")
      ->allow_extra_args(false)
      ->type_name("FILE.tsv");
  command->add_option("--clusters", flags.clusters, "The true clusters of the corpus that the file is named after: columns key, cluster")
      ->allow_extra_args(false)
      ->type_name("FILE.tsv");
}

}  // namespace

void add_evaluate(CLI::App& app, Runner& runner) {
  auto flags = std::make_shared<EvaluateFlags>();
  auto* command = app.add_subcommand("evaluate", "Cluster each corpus by itself and hold the clusters against what is true");
  command->add_option("CORPUS", flags->corpora, "A file of articles, known by its name: lexis-en.jsonl.zst is lexis-en")
      ->required()
      ->type_name("");
  add_truths(command, *flags);
  add_reading(command, flags->input);
  command->add_option("--scores", flags->scores, "Write a line for each labelled pair: its scores, and why it was lost")->type_name("FILE");
  command->add_option("--without", flags->without, "Empty these fields first, as published,outlet")
      ->delimiter(',')
      ->allow_extra_args(false)
      ->check(CLI::IsMember(blankable_fields()).description(""))
      ->type_name("FIELDS");
  add_coefficients(command, flags->coefficients);
  add_recipe_name(command, flags->recipe);
  command->add_option("--seed", flags->seed, "Of the bootstrap")->type_name("N");
  command->add_option("--threads", flags->threads, "0 takes one for each processor")->check(CLI::Range(0, 1024).description(""))->type_name("N");
  command->add_flag("--ablate", flags->ablate, "Also judge the labelled pairs without each part of the rule");
  command->add_flag("-q,--quiet", flags->quiet, "No progress; errors are still said");
  runner.on(command, [flags](Terminal& terminal) { return run(*flags, terminal); });
}

}  // namespace wireprint::command
