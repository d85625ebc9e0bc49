// wireprint bench: which parameters suit this corpus?
#include <fmt/format.h>

#include <memory>
#include <optional>
#include <string>

#include "command.hpp"
#include "dry_run.hpp"
#include "error_log.hpp"
#include "file_identity.hpp"
#include "input_options.hpp"
#include "output.hpp"
#include "recipe_options.hpp"
#include "wireprint/engine/parameters.hpp"

namespace wireprint::command {
namespace {

struct BenchFlags {
  InputFlags input;
  ParameterOptions parameters;
  std::optional<double> memory;
  std::string json;
  std::string recipe;
};

std::string chosen_text(const std::optional<ParameterRow>& best, double memory) {
  if (!best) return fmt::format("\nNo set of parameters fits within {} bytes an article.\n", memory);
  return fmt::format("\nThe best within {} bytes an article:\n{}", memory, parameter_row_text(*best));
}

Result<void> write_lines(const ParameterTable& table, const std::string& path) {
  if (path.empty()) return {};
  auto output = Output::open(path);
  if (!output) return fail(output.error());
  for (const auto& row : table.rows) output->write(parameter_line(table, row) + "\n");
  return output->finish();
}

Result<void> write_recipe(const std::optional<ParameterRow>& best, const std::string& path) {
  if (path.empty() || !best) return {};
  auto run = resolve(RecipeFlags{{}, best->slots, best->shingle_words, best->recall});
  if (!run) return fail(run.error());
  auto output = Output::open(path);
  if (!output) return fail(output.error());
  output->write(to_text(*run));
  return output->finish();
}

std::vector<std::string> outputs_of(const BenchFlags& flags) {
  std::vector<std::string> outputs{"-"};
  for (const auto& path : {flags.json, flags.recipe}) {
    if (!path.empty()) outputs.push_back(path);
  }
  return outputs;
}

ExitCode run(const BenchFlags& flags, Terminal& terminal) {
  if (!flags.recipe.empty() && !flags.memory) {
    return terminal.stop(ExitCode::Usage, invalid("--recipe", flags.recipe, "given with --memory-per-article, which chooses what is written"));
  }
  auto reader = resolve(flags.input);
  if (!reader) return terminal.stop(ExitCode::Usage, reader.error());
  if (flags.input.dry_run) return dry_run(flags.input.inputs, *reader, flags.input.force, {}, terminal);
  if (const auto apart = check_apart(outputs_of(flags), flags.input.inputs); !apart) return terminal.stop(ExitCode::Usage, apart.error());

  ErrorLog errors(terminal, nullptr);
  ParameterOptions options = flags.parameters;
  options.reader = std::move(*reader);
  options.need_bodies = !flags.input.force;
  options.progress = terminal.progress();
  options.on_error = [&errors](const Error& error) { errors.add(error); };
  const auto table = bench_parameters(flags.input.inputs, options);
  terminal.end_progress();
  errors.end();
  if (!table) return terminal.stop(ExitCode::Usage, table.error());

  std::string text = parameter_text(*table);
  const auto best = flags.memory ? best_within(*table, *flags.memory) : std::nullopt;
  if (flags.memory) text += chosen_text(best, *flags.memory);
  if (const auto written = write_lines(*table, flags.json); !written) return terminal.stop(ExitCode::NotWritten, written.error());
  if (const auto written = write_recipe(best, flags.recipe); !written) return terminal.stop(ExitCode::NotWritten, written.error());
  if (const auto printed = print(text, terminal); printed != ExitCode::Done) return printed;
  return table->unreadable > 0 ? ExitCode::SomeUnreadable : ExitCode::Done;
}

}  // namespace

void add_bench(CLI::App& app, Runner& runner) {
  auto flags = std::make_shared<BenchFlags>();
  auto* command = app.add_subcommand("bench", "Say what banding finds and costs on a corpus, for several sets of parameters");
  add_inputs(command, flags->input);
  command->add_option("--slots", flags->parameters.slots, "Slots of a MinHash")->delimiter(',')->allow_extra_args(false)->type_name("N,...")->capture_default_str();
  command->add_option("--shingle", flags->parameters.shingle_words, "Words of a shingle")->delimiter(',')->allow_extra_args(false)->type_name("N,...")->capture_default_str();
  command->add_option("--recall", flags->parameters.recalls, "Recall that the bands are solved for")->delimiter(',')->allow_extra_args(false)->type_name("SHARE,...")->capture_default_str();
  command->add_option("--threshold", flags->parameters.threshold, "Resemblance at which the recall has to hold")->type_name("SHARE")->capture_default_str();
  command->add_option("--sample", flags->parameters.sample, "So many articles are held against all others by brute force")
      ->check(CLI::PositiveNumber.description(""))
      ->type_name("N")
      ->capture_default_str();
  command->add_option("--memory-per-article", flags->memory, "Choose the set that finds most within so many bytes an article")
      ->check(CLI::PositiveNumber.description(""))
      ->type_name("BYTES");
  command->add_option("--recipe", flags->recipe, "With it, write the recipe of the chosen set, as 'cluster --recipe' reads it")->type_name("FILE");
  command->add_option("--json", flags->json, "Write a line of JSON for each set")->type_name("FILE");
  command->add_option("--threads", flags->parameters.threads, "0 takes one for each processor")->check(CLI::Range(0, 1024).description(""))->type_name("N");
  runner.on(command, [flags](Terminal& terminal) { return run(*flags, terminal); });
}

}  // namespace wireprint::command
