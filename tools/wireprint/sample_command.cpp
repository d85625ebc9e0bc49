// wireprint sample: pairs for a person to label, drawn evenly over the probability that they are copies.
#include <memory>
#include <string>

#include "bad_records.hpp"
#include "coefficients_option.hpp"
#include "command.hpp"
#include "error_log.hpp"
#include "evaluate_flags.hpp"
#include "file_identity.hpp"
#include "output.hpp"
#include "wireprint/engine/engine.hpp"
#include "wireprint/evaluation/sampling.hpp"

namespace wireprint::command {
namespace {

struct SampleFlags {
  InputFlags input;  ///< how the corpus is read; its inputs are not used
  std::string corpus;
  std::size_t pairs = 200;
  std::string output = "-";
  std::string coefficients;
  std::uint64_t seed = 1;
  int threads = 0;
  bool quiet = false;
};

void write_sample(const ClusterRun& run, const SampleFlags& flags, Output& output) {
  output.write(sample_heading());
  for (const auto& drawn : draw_evenly(run, flags.pairs, flags.seed)) output.write(sample_row(run, corpus_name(flags.corpus), drawn));
}

ExitCode run(const SampleFlags& flags, Terminal& terminal) {
  if (const auto apart = check_apart({flags.output}, {flags.corpus}); !apart) return terminal.stop(ExitCode::Usage, apart.error());
  const auto reader = resolve(flags.input);
  if (!reader) return terminal.stop(ExitCode::Usage, reader.error());
  const auto rule = read_rule(flags.coefficients);
  if (!rule) return terminal.stop(ExitCode::Usage, rule.error());
  auto output = Output::open(flags.output);
  if (!output) return terminal.stop(ExitCode::NotWritten, output.error());
  ErrorLog errors(terminal, nullptr);
  ClusterOptions options;
  options.rule = *rule;
  options.reader = *reader;
  options.need_bodies = !flags.input.force;
  options.threads = flags.threads;
  options.keep_refused = true;
  if (!flags.quiet) options.progress = terminal.progress();
  options.on_error = [&errors](const Error& error) { errors.add(error); };
  Engine engine(std::move(options));
  const auto found = engine.cluster({flags.corpus});
  terminal.end_progress();
  errors.end();
  if (!found) return terminal.stop(ExitCode::Usage, found.error());
  write_sample(**found, flags, *output);
  if (const auto written = output->finish(); !written) return terminal.stop(ExitCode::NotWritten, written.error());
  return too_many_bad((*found)->counts, {}) ? ExitCode::SomeUnreadable : ExitCode::Done;
}

}  // namespace

void add_sample(CLI::App& app, Runner& runner) {
  auto flags = std::make_shared<SampleFlags>();
  auto* command = app.add_subcommand("sample", "Draw pairs for a person to label");
  command->add_option("CORPUS", flags->corpus, "A file of articles; labels will know it by its name without folders and endings")
      ->required()
      ->type_name("");
  command->add_option("-n,--pairs", flags->pairs, "How many, spread evenly over the probability")->check(CLI::PositiveNumber.description(""))->type_name("N");
  command->add_option("-o,--output", flags->output, "Write here instead of to standard output")->type_name("FILE.tsv");
  add_coefficients(command, flags->coefficients);
  add_reading(command, flags->input);
  command->add_option("--seed", flags->seed, "The same seed draws the same pairs")->type_name("N");
  command->add_option("--threads", flags->threads, "0 takes one for each processor")->check(CLI::Range(0, 1024).description(""))->type_name("N");
  command->add_flag("-q,--quiet", flags->quiet, "No progress; errors are still said");
  runner.on(command, [flags](Terminal& terminal) { return run(*flags, terminal); });
}

}  // namespace wireprint::command
