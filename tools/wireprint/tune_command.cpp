// wireprint tune: learns from labelled pairs what a copy is, and says how well that does on a corpus that it has not seen.
#include <memory>
#include <string>
#include <vector>

#include "command.hpp"
#include "error_log.hpp"
#include "evaluate_flags.hpp"
#include "file_identity.hpp"
#include "output.hpp"
#include "wireprint/engine/evaluate.hpp"

namespace wireprint::command {
namespace {

struct TuneFlags {
  EvaluateFlags labels;
  std::string output;
};

Result<LabelledCorpus> learn_from(const Corpus& corpus, const EvaluateFlags& flags, const ReaderOptions& reader, Terminal& terminal) {
  ErrorLog errors(terminal, nullptr);
  ClusterOptions options;
  options.reader = reader;
  options.need_bodies = !flags.input.force;
  options.threads = flags.threads;
  options.keep_refused = true;
  options.edit = blank(flags.without);
  if (!flags.quiet) options.progress = terminal.progress();
  options.on_error = [&errors](const Error& error) { errors.add(error); };
  Engine engine(std::move(options));
  const auto run = engine.cluster({corpus.path});
  terminal.end_progress();
  errors.end();
  if (!run) return fail(run.error());
  return labelled_corpus(engine, corpus.name, judge_pairs(engine, **run, corpus.pairs));
}

Result<Tuning> tune_corpora(const std::vector<Corpus>& corpora, const EvaluateFlags& flags, const ReaderOptions& reader, Terminal& terminal) {
  std::vector<LabelledCorpus> labelled;
  for (const auto& corpus : corpora) {
    if (corpus.pairs.empty()) continue;
    auto learned = learn_from(corpus, flags, reader, terminal);
    if (!learned) return fail(learned.error());
    labelled.push_back(std::move(*learned));
  }
  if (labelled.empty()) return fail(invalid("--pairs", flags.pairs, "labels of a corpus that is given"));
  return tune(labelled, flags.seed);
}

Result<void> write_file(const std::string& path, const std::string& text) {
  auto output = Output::open(path);
  if (!output) return fail(output.error());
  output->write(text);
  return output->finish();
}

ExitCode run(const TuneFlags& flags, Terminal& terminal) {
  auto inputs = flags.labels.corpora;
  inputs.push_back(flags.labels.pairs);
  const auto outputs = flags.output.empty() ? std::vector<std::string>{"-"} : std::vector<std::string>{"-", flags.output};
  if (const auto apart = check_apart(outputs, inputs); !apart) return terminal.stop(ExitCode::Usage, apart.error());
  const auto reader = resolve(flags.labels.input);
  if (!reader) return terminal.stop(ExitCode::Usage, reader.error());
  const auto corpora = resolve_corpora(flags.labels);
  if (!corpora) return terminal.stop(ExitCode::Usage, corpora.error());
  const auto tuning = tune_corpora(*corpora, flags.labels, *reader, terminal);
  if (!tuning) return terminal.stop(ExitCode::Usage, tuning.error());
  if (!flags.output.empty()) {
    if (const auto written = write_file(flags.output, write_coefficients(tuning->learned)); !written) {
      return terminal.stop(ExitCode::NotWritten, written.error());
    }
  }
  return print(tuning_text(*tuning), terminal);
}

}  // namespace

void add_tune(CLI::App& app, Runner& runner) {
  auto flags = std::make_shared<TuneFlags>();
  auto* command = app.add_subcommand("tune", "Learn from labelled pairs what a copy is");
  command->add_option("CORPUS", flags->labels.corpora, "A file of articles, known by its name: lexis-en.jsonl.zst is lexis-en")
      ->required()
      ->type_name("");
  command->add_option("--pairs", flags->labels.pairs, "Labelled pairs: columns corpus, id_a, id_b, label")->required()->type_name("FILE.tsv");
  command->add_option("-o,--output", flags->output, "Write what was learned here, for --coefficients")->type_name("FILE");
  command->add_option("--without", flags->labels.without, "Empty these fields first, as published,outlet")
      ->delimiter(',')
      ->allow_extra_args(false)
      ->check(CLI::IsMember(blankable_fields()).description(""))
      ->type_name("FIELDS");
  add_reading(command, flags->labels.input);
  command->add_option("--seed", flags->labels.seed, "Of the bootstrap")->type_name("N");
  command->add_option("--threads", flags->labels.threads, "0 takes one for each processor")->check(CLI::Range(0, 1024).description(""))->type_name("N");
  command->add_flag("-q,--quiet", flags->labels.quiet, "No progress; errors are still said");
  runner.on(command, [flags](Terminal& terminal) { return run(*flags, terminal); });
}

}  // namespace wireprint::command
