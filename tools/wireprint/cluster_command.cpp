// wireprint cluster: which of these articles are copies of one story?
#include <algorithm>
#include <filesystem>
#include <memory>
#include <utility>

#include "bad_records.hpp"
#include "cluster_flags.hpp"
#include "cluster_outputs.hpp"
#include "coefficients_option.hpp"
#include "command.hpp"
#include "dry_run.hpp"
#include "error_log.hpp"
#include "wireprint/report/alarms.hpp"
#include "wireprint/report/text_report.hpp"

namespace wireprint::command {
namespace {

// Beside the output, where there is room for what is as large as the input; the system's own where that is no file.
std::string spool_folder_of(const std::string& report) {
  std::error_code none;
  if (report.empty() || report == "-" || (std::filesystem::exists(report, none) && !std::filesystem::is_regular_file(report, none))) return {};
  const auto folder = std::filesystem::path(report).parent_path();
  return folder.empty() ? "." : folder.string();
}

ClusterOptions engine_options(const ClusterFlags& flags, CopyRule rule, const RunRecipe& recipe, ReaderOptions reader, Terminal& terminal, ErrorLog& errors) {
  ClusterOptions options;
  options.rule = std::move(rule);
  options.recipe = recipe.recipe;
  options.banding_recall = recipe.banding_recall;
  options.reader = std::move(reader);
  options.against = flags.against;
  options.need_bodies = !flags.input.force;
  options.threads = flags.threads;
  options.keep_refused = flags.all_matches;
  options.memory = flags.memory;
  options.spool_folder = spool_folder_of(flags.paths.report);
  set_rules(flags, options);
  if (!flags.quiet) options.progress = terminal.progress();
  options.on_error = [&errors](const Error& error) { errors.add(error); };
  return options;
}

// What is written again has to be read again.
Result<void> keep_stdin(const ClusterFlags& flags) {
  const std::string& out = flags.paths.dedup.empty() ? flags.paths.annotate : flags.paths.dedup;
  if (out.empty() || std::ranges::count(flags.input.inputs, "-") == 0) return {};
  return hold_stdin(out);
}

ExitCode write(const ClusterFlags& flags, const ClusterRun& run, const ClusterOptions& options, ClusterOutputs& outputs, Terminal& terminal) {
  const auto written = outputs.write(run, flags.style, record_of(flags, options));
  if (written) return ExitCode::Done;
  const bool of_input = written.error().code == ErrorCode::InvalidArgument || written.error().code == ErrorCode::BadInput;
  return terminal.stop(of_input ? ExitCode::Usage : ExitCode::NotWritten, written.error());
}

// References apart from what is reported: they may have other fields.
ExitCode dry_run(const ClusterFlags& flags, const ReaderOptions& reader, const BadLimit& limit, Terminal& terminal) {
  const ExitCode input = dry_run(flags.input.inputs, reader, flags.input.force, limit, terminal);
  if (flags.against.empty() || input == ExitCode::Usage || input == ExitCode::NotWritten) return input;
  if (const ExitCode printed = print("\nreferences\n\n", terminal); printed != ExitCode::Done) return printed;
  const ExitCode references = dry_run(flags.against, reader, flags.input.force, limit, terminal);
  return references == ExitCode::Done ? input : references;
}

ExitCode run(const ClusterFlags& flags, Terminal& terminal) {
  const auto limit = parse_bad_limit(flags.max_bad);
  if (!limit) return terminal.stop(ExitCode::Usage, limit.error());
  auto reader = resolve(flags.input);
  if (!reader) return terminal.stop(ExitCode::Usage, reader.error());
  const auto recipe = resolve(flags.recipe);
  if (!recipe) return terminal.stop(ExitCode::Usage, recipe.error());
  if (const auto good = check_options(flags); !good) return terminal.stop(ExitCode::Usage, good.error());
  if (flags.input.dry_run) return dry_run(flags, *reader, *limit, terminal);
  if (const auto apart = check_files(flags); !apart) return terminal.stop(ExitCode::Usage, apart.error());
  auto rule = read_rule(flags.coefficients);
  if (!rule) return terminal.stop(ExitCode::Usage, rule.error());
  auto outputs = ClusterOutputs::open(flags.paths, flags.input.inputs);  // before the long run, so that it is not in vain
  if (!outputs) return terminal.stop(ExitCode::NotWritten, outputs.error());
  if (const auto kept = keep_stdin(flags); !kept) return terminal.stop(ExitCode::NotWritten, kept.error());

  ErrorLog errors(terminal, outputs->errors());
  const ClusterOptions options = engine_options(flags, std::move(*rule), *recipe, std::move(*reader), terminal, errors);
  Engine engine(options);
  const auto found = engine.cluster(flags.input.inputs);
  terminal.end_progress();
  errors.end();
  if (!found) {
    if (const auto written = outputs->write_errors_alone(); !written) terminal.say(written.error().describe());
    return terminal.stop(found.error().code == ErrorCode::Io ? ExitCode::NotWritten : ExitCode::Usage, found.error());
  }
  const ClusterRun& clustered = **found;
  if (const ExitCode code = write(flags, clustered, options, *outputs, terminal); code != ExitCode::Done) return code;
  if (const auto kept = keep(flags.recipe, *recipe); !kept) return terminal.stop(ExitCode::NotWritten, kept.error());
  say_shared_keys(clustered.counts.shared_keys, kKeyOption, terminal);
  if (!flags.quiet) {
    terminal.say(summary_text(clustered.counts, clustered.clusters.size()) + alarms_text(clustered));
    say_ways_out(clustered.counts, *limit, terminal);
  }
  return too_many_bad(clustered.counts, *limit) ? ExitCode::SomeUnreadable : ExitCode::Done;
}

}  // namespace

void add_cluster(CLI::App& app, Runner& runner) {
  auto flags = std::make_shared<ClusterFlags>();
  auto* command = app.add_subcommand("cluster", "Group articles by story: who ran it, who ran it first, what was changed");
  add_cluster_flags(command, *flags);
  runner.on(command, [flags](Terminal& terminal) { return run(*flags, terminal); });
}

}  // namespace wireprint::command
