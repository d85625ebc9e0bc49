// wireprint cluster: which of these articles are copies of one story?
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <utility>

#include "bad_records.hpp"
#include "cluster_outputs.hpp"
#include "command.hpp"
#include "dry_run.hpp"
#include "error_log.hpp"
#include "file_identity.hpp"
#include "input_options.hpp"
#include "recipe_options.hpp"
#include "wireprint/engine/engine.hpp"
#include "wireprint/report/text_report.hpp"

namespace wireprint::command {
namespace {

constexpr const char* kKeyOption = "--key";

struct ClusterFlags {
  InputFlags input;
  RecipeFlags recipe;
  ClusterPaths paths;
  ClusterStyle style;
  std::string max_bad = "0";
  int threads = 0;
  bool refused = false;
  bool quiet = false;
};

ClusterOptions engine_options(const ClusterFlags& flags, const RunRecipe& recipe, ReaderOptions reader, Terminal& terminal, ErrorLog& errors) {
  ClusterOptions options;
  options.recipe = recipe.recipe;
  options.banding_recall = recipe.banding_recall;
  options.reader = std::move(reader);
  options.need_bodies = !flags.input.force;
  options.threads = flags.threads;
  options.keep_refused = flags.refused;
  if (!flags.quiet) options.progress = terminal.progress();
  options.on_error = [&errors](const Error& error) { errors.add(error); };
  return options;
}

ExitCode run(const ClusterFlags& flags, Terminal& terminal) {
  const auto limit = parse_bad_limit(flags.max_bad);
  if (!limit) return terminal.stop(ExitCode::Usage, limit.error());
  auto reader = resolve(flags.input);
  if (!reader) return terminal.stop(ExitCode::Usage, reader.error());
  const auto recipe = resolve(flags.recipe);
  if (!recipe) return terminal.stop(ExitCode::Usage, recipe.error());
  if (flags.input.dry_run) return dry_run(flags.input.inputs, *reader, flags.input.force, *limit, terminal);
  if (const auto apart = check_apart(flags.paths.all(), flags.input.inputs); !apart) {
    return terminal.stop(ExitCode::Usage, apart.error());
  }
  auto outputs = ClusterOutputs::open(flags.paths);  // before the long run, so that it is not in vain
  if (!outputs) return terminal.stop(ExitCode::NotWritten, outputs.error());

  ErrorLog errors(terminal, outputs->errors());
  Engine engine(engine_options(flags, *recipe, std::move(*reader), terminal, errors));
  const auto found = engine.cluster(flags.input.inputs);
  terminal.end_progress();
  errors.end();
  if (!found) {
    if (const auto written = outputs->write_errors_alone(); !written) terminal.say(written.error().describe());
    return terminal.stop(ExitCode::Usage, found.error());
  }
  const ClusterRun& clustered = **found;
  if (const auto written = outputs->write(clustered, flags.style); !written) {
    return terminal.stop(ExitCode::NotWritten, written.error());
  }
  if (const auto kept = keep(flags.recipe, *recipe); !kept) return terminal.stop(ExitCode::NotWritten, kept.error());
  say_shared_keys(clustered.counts.shared_keys, kKeyOption, terminal);
  if (!flags.quiet) terminal.say(summary_text(clustered.counts, clustered.clusters.size()));
  return too_many_bad(clustered.counts, *limit) ? ExitCode::SomeUnreadable : ExitCode::Done;
}

const std::map<std::string, ReportFormat> kFormats{
    {"text", ReportFormat::Text}, {"jsonl", ReportFormat::Jsonl}, {"csv", ReportFormat::Csv}};
const std::map<std::string, OffsetUnit> kOffsets{
    {"codepoints", OffsetUnit::CodePoints}, {"bytes", OffsetUnit::Bytes}, {"utf16", OffsetUnit::Utf16}};

void add_outputs(CLI::App* command, ClusterFlags& flags) {
  command->add_option("-o,--output", flags.paths.report, "Write the report here instead of standard output")
      ->type_name("FILE");
  command->add_option("--format", flags.style.format, "text for people, jsonl: a line a cluster, csv: a row an article")
      ->transform(CLI::CheckedTransformer(kFormats).description(""))
      ->type_name("text|jsonl|csv");
  command->add_flag("--singletons", flags.style.singletons, "Report stories that nobody shares too, as clusters of one");
  command->add_option("--matches", flags.paths.matches, "Write the pairs that are copies, with their shared passages")
      ->type_name("FILE");
  command->add_flag("--refused", flags.refused, "With --matches, also the pairs that were compared and are no copies");
  command->add_option("--offsets", flags.style.offsets, "What the places of passages count")
      ->transform(CLI::CheckedTransformer(kOffsets).description(""))
      ->type_name("codepoints|bytes|utf16");
  command->add_option("--articles", flags.paths.articles, "Write what became of each record; CSV if the name ends in .csv")
      ->type_name("FILE");
  command->add_option("--errors", flags.paths.errors, "Name all records that could not be read here")
      ->type_name("FILE");
}

}  // namespace

void add_cluster(CLI::App& app, Runner& runner) {
  auto flags = std::make_shared<ClusterFlags>();
  auto* command = app.add_subcommand("cluster", "Group articles by story: who ran it, who ran it first, what was changed");
  add_inputs(command, flags->input, kKeyOption);
  add_recipe(command, flags->recipe);
  add_outputs(command, *flags);
  command->add_option("--max-bad", flags->max_bad, "Exit 4 only when more records, or per cent of them, are unreadable")
      ->type_name("N|P%");
  command->add_option("--threads", flags->threads, "0 takes one for each processor")
      ->check(CLI::Range(0, 1024).description(""))
      ->type_name("N");
  command->add_flag("-q,--quiet", flags->quiet, "No progress and no summary; errors are still said");
  runner.on(command, [flags](Terminal& terminal) { return run(*flags, terminal); });
}

}  // namespace wireprint::command
