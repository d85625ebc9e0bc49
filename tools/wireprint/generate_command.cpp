// wireprint generate: invented news of any size, and the truth about it.
#include <algorithm>
#include <charconv>
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
  std::string misread;
};

// "5", or "pages".
Result<Misreading> misreading_of(const std::string& text) {
  constexpr std::uint32_t kMostPercent = 25;
  if (text.empty()) return Misreading{};
  if (text == "pages") return Misreading{.pages = true};
  std::uint32_t percent = 0;
  const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), percent);
  if (fault != std::errc() || end != text.data() + text.size() || percent > kMostPercent) return fail(invalid("--misread", text, "0 to 25, or pages"));
  return Misreading{.per_mille = 10 * percent};
}

void write_articles(const GenerateFlags& flags, Misreading misreading, const ProgressSink& progress, Output& articles, Output* truth) {
  Generator generator(flags.seed, misreading);
  if (truth != nullptr) truth->write(truth_heading());
  for (std::uint64_t i = 0; i < flags.articles; ++i) {
    const auto article = generator.next();
    articles.write(article.line);
    if (truth != nullptr && !article.again) truth->write(article.truth_line());
    if (progress && i % kBetweenSigns == 0) progress({"articles", i, flags.articles});
  }
}

ExitCode run(const GenerateFlags& flags, Terminal& terminal) {
  const auto misreading = misreading_of(flags.misread);
  if (!misreading) return terminal.stop(ExitCode::Usage, misreading.error());
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
  write_articles(flags, *misreading, terminal.progress(), *articles, truth ? &*truth : nullptr);
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
  command->add_option("--misread", flags->misread, "Of 100 characters misread so many, as a scanner does; pages: in stretches, from 1 to 10, as in scanned newspapers")
      ->type_name("N|pages");
  runner.on(command, [flags](Terminal& terminal) { return run(*flags, terminal); });
}

}  // namespace wireprint::command
