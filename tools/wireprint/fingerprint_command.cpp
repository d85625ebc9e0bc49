// wireprint fingerprint: the fingerprints of articles, as bytes for other programs' indexes.
#include <fmt/format.h>

#include <atomic>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "command.hpp"
#include "dry_run.hpp"
#include "error_log.hpp"
#include "file_identity.hpp"
#include "input_options.hpp"
#include "output.hpp"
#include "recipe_options.hpp"
#include "wireprint/article/article_reader.hpp"
#include "wireprint/article/body_guard.hpp"
#include "wireprint/base/executor.hpp"
#include "wireprint/sketch/bytes.hpp"
#include "wireprint/text/letters.hpp"
#include "wireprint/text/tokenizer.hpp"

namespace wireprint::command {
namespace {

struct FingerprintFlags {
  InputFlags input;
  RecipeFlags recipe;
  std::string output;
  std::string keys;
  int threads = 0;
};

struct Fingerprinted {
  std::vector<Fingerprint> prints;
  std::string keys;  ///< a line for each
  bool complete = true;
};

struct Piece {
  RawRecord record;
  std::optional<Error> error;
  Article article;
  Fingerprint print;
};

void work(ArticleReader& reader, const Recipe& recipe, Piece& piece) {
  auto article = reader.parse(std::move(piece.record));
  if (!article) {
    piece.error = std::move(article.error());
    return;
  }
  piece.article = std::move(*article);
  std::vector<std::uint64_t> tokens;
  hash_tokens(piece.article.body, tokens);
  if (is_by_letters(recipe)) tokens = hash_letters(spell(piece.article.body));
  piece.print = Sketcher(recipe).sketch(tokens);
}

// A key is written on one line, as it is but for what would end the line.
std::string line_of(std::string key) {
  for (char& c : key) {
    if (c == '\n' || c == '\r') c = ' ';
  }
  return key + "\n";
}

Result<Fingerprinted> fingerprint(ArticleReader& reader, const Recipe& recipe, const FingerprintFlags& flags, ErrorLog& errors, const ProgressSink& progress) {
  Fingerprinted all;
  BodyGuard guard;
  std::atomic<bool> stopped = false;
  const std::function<std::optional<Piece>()> next = [&]() -> std::optional<Piece> {
    auto record = stopped ? std::nullopt : reader.next_record();
    return record ? std::optional(Piece{std::move(*record), {}, {}, {}}) : std::nullopt;
  };
  const std::function<void(Piece&)> parse = [&](Piece& piece) { work(reader, recipe, piece); };
  const std::function<void(Piece&&)> collect = [&](Piece&& piece) {
    if (piece.error) {
      errors.add(*piece.error);
      all.complete = false;
      return;
    }
    if (!flags.input.force && guard.add(piece.article)) stopped = guard.fails(reader.survey());
    all.prints.push_back(std::move(piece.print));
    all.keys += line_of(std::move(piece.article.key.text));
    if (progress && all.prints.size() % 512 == 0) progress(reader.progress());
  };
  Executor(flags.threads).ordered<Piece>(next, parse, collect);
  if (!flags.input.force && guard.fails(reader.survey())) return fail(guard.error(reader.survey()));
  return all;
}

Result<void> write(const std::string& path, std::string_view bytes) {
  if (path.empty()) return {};
  auto output = Output::open(path);
  if (!output) return fail(output.error());
  output->write(bytes);
  return output->finish();
}

ExitCode run(const FingerprintFlags& flags, Terminal& terminal) {
  auto options = resolve(flags.input);
  if (!options) return terminal.stop(ExitCode::Usage, options.error());
  const auto recipe = resolve(flags.recipe);
  if (!recipe) return terminal.stop(ExitCode::Usage, recipe.error());
  std::vector<std::string> outputs{flags.output};
  if (!flags.keys.empty()) outputs.push_back(flags.keys);
  if (const auto written = written_by(flags.recipe); !written.empty()) outputs.push_back(written);
  if (flags.input.dry_run) return dry_run(flags.input.inputs, *options, flags.input.force, {}, terminal);
  if (const auto apart = check_apart(outputs, flags.input.inputs); !apart) return terminal.stop(ExitCode::Usage, apart.error());

  ErrorLog errors(terminal, nullptr);
  ArticleReader reader(flags.input.inputs, std::move(*options));
  const auto all = fingerprint(reader, recipe->recipe, flags, errors, terminal.progress());
  terminal.end_progress();
  errors.end();
  if (!all) return terminal.stop(ExitCode::Usage, all.error());
  const ReaderCounts counts = reader.counts();
  if (counts.files == counts.bad_files) return ExitCode::Usage;  // each was said
  if (const auto kept = keep(flags.recipe, *recipe); !kept) return terminal.stop(ExitCode::NotWritten, kept.error());
  const auto bytes = to_bytes<Fingerprint>(recipe->recipe, all->prints);
  if (const auto written = write(flags.output, bytes); !written) return terminal.stop(ExitCode::NotWritten, written.error());
  if (const auto written = write(flags.keys, all->keys); !written) return terminal.stop(ExitCode::NotWritten, written.error());
  return all->complete ? ExitCode::Done : ExitCode::SomeUnreadable;
}

}  // namespace

void add_fingerprint(CLI::App& app, Runner& runner) {
  auto flags = std::make_shared<FingerprintFlags>();
  auto* command = app.add_subcommand("fingerprint", "Write the fingerprints of articles, in the format of core/src/sketch/FORMAT.md");
  add_inputs(command, flags->input, "--key");
  add_recipe(command, flags->recipe);
  command->add_option("-o,--output", flags->output, "Write the fingerprints here, in the order of the articles; - is standard output")
      ->required()
      ->type_name("FILE");
  command->add_option("--keys", flags->keys, "Write the key of each article here, a line for each fingerprint")->type_name("FILE");
  command->add_option("--threads", flags->threads, "0 takes one for each processor")->check(CLI::Range(0, 1024).description(""))->type_name("N");
  runner.on(command, [flags](Terminal& terminal) { return run(*flags, terminal); });
}

}  // namespace wireprint::command
