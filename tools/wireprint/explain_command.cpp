// wireprint explain: why was this article, or this pair, judged as it was?
#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <memory>
#include <string>
#include <vector>

#include "bad_records.hpp"
#include "command.hpp"
#include "dry_run.hpp"
#include "error_log.hpp"
#include "input_options.hpp"
#include "recipe_options.hpp"
#include "wireprint/engine/engine.hpp"

namespace wireprint::command {
namespace {

constexpr int kWidth = 100;  // where standard output is no terminal

constexpr const char* kKeyOption = "--key-fields";  // --key names the article

struct ExplainFlags {
  std::vector<std::string> keys;
  InputFlags input;
  std::string recipe;
  int threads = 0;
};

int terminal_width() {
  winsize size{};
  if (::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0 || size.ws_col == 0) return kWidth;
  return std::clamp(static_cast<int>(size.ws_col), 60, 160);
}

template <class Explanation>
Result<std::string> as_text(const ClusterRun& run, const Result<Explanation>& explanation) {
  if (!explanation) return fail(explanation.error());
  return explain_text(run, *explanation, terminal_width());
}

Result<std::string> explain(const Engine& engine, const ClusterRun& run, const std::vector<std::string>& keys) {
  if (keys.size() == 1) return as_text(run, engine.explain(keys.front()));
  return as_text(run, engine.explain(keys.front(), keys.back()));
}

ExitCode run(const ExplainFlags& flags, Terminal& terminal) {
  auto reader = resolve(flags.input);
  if (!reader) return terminal.stop(ExitCode::Usage, reader.error());
  if (flags.input.dry_run) return dry_run(flags.input.inputs, *reader, flags.input.force, {}, terminal);
  ErrorLog errors(terminal, nullptr);
  ClusterOptions options;
  options.reader = std::move(*reader);
  options.recipe = recipe_named(flags.recipe);
  options.need_bodies = !flags.input.force;
  options.threads = flags.threads;
  options.keep_refused = true;
  options.progress = terminal.progress();
  options.on_error = [&errors](const Error& error) { errors.add(error); };

  Engine engine(std::move(options));
  const auto clustered = engine.cluster(flags.input.inputs);
  terminal.end_progress();
  errors.end();
  if (!clustered) return terminal.stop(ExitCode::Usage, clustered.error());
  say_shared_keys((*clustered)->counts.shared_keys, kKeyOption, terminal);
  const auto text = explain(engine, **clustered, flags.keys);
  if (!text) return terminal.stop(ExitCode::Usage, text.error());
  const ExitCode printed = print(*text, terminal);
  if (printed != ExitCode::Done) return printed;
  return too_many_bad((*clustered)->counts, {}) ? ExitCode::SomeUnreadable : ExitCode::Done;
}

}  // namespace

void add_explain(CLI::App& app, Runner& runner) {
  auto flags = std::make_shared<ExplainFlags>();
  auto* command = app.add_subcommand("explain", "Say why an article, or a pair, was judged as it was");
  command->add_option("--key", flags->keys, "An article; given twice, a pair")
      ->required()
      ->expected(1, 2)
      ->allow_extra_args(false)
      ->type_name("KEY");
  add_inputs(command, flags->input, kKeyOption);
  add_recipe_name(command, flags->recipe);
  command->add_option("--threads", flags->threads, "0 takes one for each processor")
      ->check(CLI::Range(0, 1024).description(""))
      ->type_name("N");
  runner.on(command, [flags](Terminal& terminal) { return run(*flags, terminal); });
}

}  // namespace wireprint::command
