// wireprint generate: invented news of any size, and the truth about it.
#include <algorithm>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>

#include "command.hpp"
#include "file_identity.hpp"
#include "output.hpp"
#include "wireprint/generate/generator.hpp"

namespace wireprint::command {
namespace {

constexpr std::uint64_t kBetweenSigns = 4096;

struct GenerateFlags {
  std::uint64_t articles = 0;
  std::uint64_t seed = 1;
  std::string output = "-";
  std::string truth;
};

void write_articles(const GenerateFlags& flags, const ProgressSink& progress, Output& articles, Output* truth) {
  Generator generator(flags.seed);
  if (truth != nullptr) truth->write(truth_heading());
  for (std::uint64_t i = 0; i < flags.articles; ++i) {
    const auto article = generator.next();
    articles.write(article.line);
    if (truth != nullptr && !article.again) truth->write(article.truth_line());
    if (progress && i % kBetweenSigns == 0) progress({"articles", i, flags.articles});
  }
}

ExitCode run(const GenerateFlags& flags, Terminal& terminal) {
  std::vector<std::string> outputs{flags.output};
  if (!flags.truth.empty()) outputs.push_back(flags.truth);
  if (const auto apart = check_apart(outputs, {}); !apart) return terminal.stop(ExitCode::Usage, apart.error());
  auto articles = Output::open(flags.output);
  if (!articles) return terminal.stop(ExitCode::NotWritten, articles.error());
  std::optional<Output> truth;
  if (!flags.truth.empty()) {
    auto opened = Output::open(flags.truth);
    if (!opened) return terminal.stop(ExitCode::NotWritten, opened.error());
    truth.emplace(std::move(*opened));
  }
  write_articles(flags, terminal.progress(), *articles, truth ? &*truth : nullptr);
  terminal.end_progress();
  if (truth) {
    if (const auto done = truth->finish(); !done) return terminal.stop(ExitCode::NotWritten, done.error());
  }
  if (const auto done = articles->finish(); !done) return terminal.stop(ExitCode::NotWritten, done.error());
  return ExitCode::Done;
}

}  // namespace

void add_generate(CLI::App& app, Runner& runner) {
  auto flags = std::make_shared<GenerateFlags>();
  auto* command = app.add_subcommand("generate", "Write invented news, and which of it is copied from which");
  command->add_option("--articles", flags->articles, "How many")->required()->check(CLI::PositiveNumber.description(""))->type_name("N");
  command->add_option("--seed", flags->seed, "The same seed gives the same bytes")->type_name("N");
  command->add_option("-o,--output", flags->output, "Write the articles here instead of standard output")->type_name("FILE");
  command->add_option("--truth", flags->truth, "Write the true cluster of each key, and how it was made, as 'evaluate --clusters' reads it")
      ->type_name("FILE");
  runner.on(command, [flags](Terminal& terminal) { return run(*flags, terminal); });
}

}  // namespace wireprint::command
