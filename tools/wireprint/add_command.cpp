// wireprint add: lets an archive grow, by a night's files or by articles as they arrive.
#include <map>
#include <memory>

#include "add_options.hpp"
#include "command.hpp"
#include "dry_run.hpp"
#include "file_identity.hpp"
#include "mirror.hpp"
#include "recipe_options.hpp"

namespace wireprint::command {
namespace {

const std::map<std::string, NightFormat> kFormats{{"jsonl", NightFormat::Jsonl}, {"text", NightFormat::Text}};

std::vector<std::string> outputs_of(const AddFlags& flags) {
  std::vector<std::string> named{flags.archive.folder};
  for (const std::string& path : {flags.output, flags.articles, flags.matches, flags.dedup, flags.errors}) {
    if (!path.empty()) named.push_back(path);
  }
  return named;
}

std::optional<Error> fault_in(const AddFlags& flags) {
  if (flags.each && flags.format == NightFormat::Text) return invalid("--format", "text", "jsonl with --each, whose answers are lines");
  if (flags.each && !flags.articles.empty()) return invalid("--articles", flags.articles, "left out with --each, whose answers say it");
  if (flags.each && !flags.dedup.empty()) return invalid("--dedup", flags.dedup, "left out with --each, whose answers say it");
  if (flags.each && flags.input.force) return Error{ErrorCode::InvalidArgument, "--force does nothing with --each, which stores articles without a body too"};
  return std::nullopt;
}

ExitCode run(const AddFlags& flags, Terminal& terminal) {
  if (const auto fault = fault_in(flags)) return terminal.stop(ExitCode::Usage, *fault);
  const auto limit = parse_bad_limit(flags.max_bad);
  if (!limit) return terminal.stop(ExitCode::Usage, limit.error());
  auto reader = resolve(flags.input);
  if (!reader) return terminal.stop(ExitCode::Usage, reader.error());
  if (flags.input.dry_run) return dry_run(flags.input.inputs, *reader, flags.input.force, *limit, terminal);
  if (const auto apart = check_apart(outputs_of(flags), flags.input.inputs); !apart) return terminal.stop(ExitCode::Usage, apart.error());
  if (!flags.dedup.empty()) {
    if (const auto twice = check_readable_twice(flags.input.inputs); !twice) return terminal.stop(ExitCode::Usage, twice.error());
  }
  return flags.each ? add_each(flags, std::move(*reader), *limit, terminal) : add_batch(flags, *reader, *limit, terminal);
}

void add_outputs(CLI::App* command, AddFlags& flags) {
  command->add_option("-o,--output", flags.output, "Write events, report or answers here instead of standard output")->type_name("FILE");
  command->add_option("--format", flags.format, "jsonl: a line an event; text: the night's report for people")
      ->transform(CLI::CheckedTransformer(kFormats).description(""))
      ->type_name("jsonl|text");
  command->add_option("--articles", flags.articles, "Write what became of each record; CSV if the name ends in .csv")->type_name("FILE");
  command->add_option("--matches", flags.matches, "Write the pairs that are copies, with their shared passages")->type_name("FILE");
  command->add_option("--dedup", flags.dedup, "Write tonight's input again without what copies the archive or an earlier record")->type_name("OUT");
  command->add_option("--errors", flags.errors, "Name all records that could not be read here")->type_name("FILE");
}

void add_each_options(CLI::App* command, AddFlags& flags) {
  command->add_flag("--each", flags.each, "Store each article as it arrives, and then answer it as check does");
  command->add_option("--top", flags.check.top, "With --each, at most so many matches an article; 10 where nothing is said")
      ->check(CLI::Range(0, 10000).description(""))
      ->type_name("N");
  command->add_option("--min", flags.check.min, "With --each, leave out matches of which less is copied and less is kept")
      ->check(CLI::Range(0.0, 1.0).description(""))
      ->type_name("SHARE");
}

}  // namespace

void add_add(CLI::App& app, Runner& runner) {
  auto flags = std::make_shared<AddFlags>();
  auto* command = app.add_subcommand("add", "Store articles in an archive, and tell what is new, what joined which cluster, which clusters merged");
  add_archive(command, flags->archive);
  add_wait(command, flags->archive);
  add_inputs(command, flags->input);
  add_outputs(command, *flags);
  add_each_options(command, *flags);
  command->add_flag("--no-text", flags->no_text, "For a new archive: keep fingerprints only; what is copied is then estimated");
  auto name = std::make_shared<std::string>();
  add_recipe_name(command, *name);
  command->add_option("--batch", flags->batch, "Articles that become visible at once; 50,000 where nothing is said")
      ->check(CLI::Range(1, 10'000'000).description(""))
      ->type_name("N");
  command->add_option("--max-bad", flags->max_bad, "Exit 4 only when more records, or per cent of them, are unreadable")->type_name("N|P%");
  command->add_option("--threads", flags->threads, "0 takes one for each processor")->check(CLI::Range(0, 1024).description(""))->type_name("N");
  command->add_flag("-q,--quiet", flags->quiet, "No progress and no summary; errors are still said");
  runner.on(command, [flags, name](Terminal& terminal) {
    if (!name->empty()) flags->recipe = recipe_named(*name);
    return run(*flags, terminal);
  });
}

}  // namespace wireprint::command
