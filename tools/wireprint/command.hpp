// What every subcommand of wireprint shares: how it ends, where it speaks, how it is found.
#pragma once

#include <CLI/CLI.hpp>
#include <functional>
#include <string_view>
#include <utility>
#include <vector>

#include "terminal.hpp"

namespace wireprint::command {

/// Runs the subcommand that the user named.
class Runner {
 public:
  using Run = std::function<ExitCode(Terminal&)>;

  void on(const CLI::App* command, Run run) { runs_.emplace_back(command, std::move(run)); }

  /// To be called once the arguments are parsed; exactly one subcommand was named.
  [[nodiscard]] ExitCode run(Terminal& terminal) const;

 private:
  std::vector<std::pair<const CLI::App*, Run>> runs_;
};

/// Writes `text` to standard output: the whole of a small command's result.
[[nodiscard]] ExitCode print(std::string_view text, Terminal& terminal);

void add_add(CLI::App& app, Runner& runner);
void add_archive_commands(CLI::App& app, Runner& runner);
void add_check(CLI::App& app, Runner& runner);
void add_bench(CLI::App& app, Runner& runner);
void add_certify(CLI::App& app, Runner& runner);
void add_cluster(CLI::App& app, Runner& runner);
void add_evaluate(CLI::App& app, Runner& runner);
void add_explain(CLI::App& app, Runner& runner);
void add_fingerprint(CLI::App& app, Runner& runner);
void add_generate(CLI::App& app, Runner& runner);
void add_sample(CLI::App& app, Runner& runner);
void add_schema(CLI::App& app, Runner& runner);
void add_tune(CLI::App& app, Runner& runner);

}  // namespace wireprint::command
