// wireprint certify: how many of the copies in a corpus are found, told by comparing a sample with everything.
#include <fmt/format.h>

#include <memory>
#include <string>
#include <vector>

#include "bad_records.hpp"
#include "coefficients_option.hpp"
#include "command.hpp"
#include "error_log.hpp"
#include "evaluate_flags.hpp"
#include "wireprint/engine/evaluate.hpp"

namespace wireprint::command {
namespace {

struct CertifyFlags {
  EvaluateFlags labels;
  std::string coefficients;
  std::size_t sample = 200;
};

// Labelled pairs that stand in one cluster, and those of them that are copies, each counted with its weight.
std::string precision_text(const std::vector<JudgedPair>& pairs) {
  double joined = 0;
  double right = 0;
  double squares = 0;
  std::size_t labels = 0;
  for (const auto& judged : pairs) {
    const auto copy = is_copy(judged.pair.label);
    if (!copy || !judged.joined) continue;
    const double weight = judged.pair.weight;
    joined += weight;
    squares += weight * weight;
    right += *copy ? weight : 0;
    ++labels;
  }
  if (labels == 0) return "no labelled pair stands in one cluster: nothing can be said of precision\n";
  const auto [low, high] = wilson(right / joined, joined * joined / squares);  // effective number of observations (Kish 1965)
  return fmt::format("{:<34}{:.4f}  [{:.4f}, {:.4f}]  from {} labels that speak for {:.0f} pairs\n", "precision of the clusters", right / joined, low, high,
                     labels, joined);
}

Result<bool> certify(const Corpus& corpus, const CertifyFlags& flags, const CopyRule& rule, const ReaderOptions& reader, Terminal& terminal, std::string& text) {
  ErrorLog errors(terminal, nullptr);
  ClusterOptions options;
  options.rule = rule;
  options.reader = reader;
  options.need_bodies = !flags.labels.input.force;
  options.threads = flags.labels.threads;
  options.keep_refused = true;  // so that what an index proposed is what happened
  if (!flags.labels.quiet) options.progress = terminal.progress();
  options.on_error = [&errors](const Error& error) { errors.add(error); };
  Engine engine(std::move(options));
  const auto run = engine.cluster({corpus.path});
  terminal.end_progress();
  errors.end();
  if (!run) return fail(run.error());
  text += certificate_text(engine.certify(flags.sample, flags.labels.seed));
  text += flags.labels.pairs.empty() ? "precision is not stated without labels (--pairs; 'wireprint sample' draws them)\n"
                                     : precision_text(judge_pairs(engine, **run, corpus.pairs));
  return !too_many_bad((*run)->counts, {});
}

ExitCode run(const CertifyFlags& flags, Terminal& terminal) {
  const auto reader = resolve(flags.labels.input);
  if (!reader) return terminal.stop(ExitCode::Usage, reader.error());
  const auto corpora = resolve_corpora(flags.labels);
  if (!corpora) return terminal.stop(ExitCode::Usage, corpora.error());
  const auto rule = read_rule(flags.coefficients);
  if (!rule) return terminal.stop(ExitCode::Usage, rule.error());
  std::string text;
  const auto complete = certify(corpora->front(), flags, *rule, *reader, terminal, text);
  if (!complete) return terminal.stop(ExitCode::Usage, complete.error());
  if (const auto printed = print(text, terminal); printed != ExitCode::Done) return printed;
  return *complete ? ExitCode::Done : ExitCode::SomeUnreadable;
}

}  // namespace

void add_certify(CLI::App& app, Runner& runner) {
  auto flags = std::make_shared<CertifyFlags>();
  auto* command = app.add_subcommand("certify", "State how many of a corpus's copies are found, from a sample compared with everything");
  command->add_option("CORPUS", flags->labels.corpora, "A file of articles")->required()->expected(1)->type_name("");
  command->add_option("-n,--articles", flags->sample, "So many articles are compared with all others")
      ->check(CLI::PositiveNumber.description(""))
      ->type_name("N");
  command->add_option("--pairs", flags->labels.pairs, "Labelled pairs of the corpus, as 'sample' draws them: precision is told from these alone")
      ->type_name("FILE.tsv");
  add_coefficients(command, flags->coefficients);
  add_reading(command, flags->labels.input);
  command->add_option("--seed", flags->labels.seed, "The same seed draws the same articles")->type_name("N");
  command->add_option("--threads", flags->labels.threads, "0 takes one for each processor")->check(CLI::Range(0, 1024).description(""))->type_name("N");
  command->add_flag("-q,--quiet", flags->labels.quiet, "No progress; errors are still said");
  runner.on(command, [flags](Terminal& terminal) { return run(*flags, terminal); });
}

}  // namespace wireprint::command
