// wireprint check: is this article a copy of something in the archive?
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "answers.hpp"
#include "archive_options.hpp"
#include "arrivals.hpp"
#include "bad_records.hpp"
#include "command.hpp"
#include "dry_run.hpp"
#include "file_identity.hpp"
#include "input_options.hpp"
#include "open_archive.hpp"
#include "rehearsal_files.hpp"
#include "wireprint/base/executor.hpp"

namespace wireprint::command {
namespace {

constexpr std::size_t kAtOnce = 64;  // lines that wait already are answered together, on all cores

struct CheckFlags {
  ArchiveFlags archive;
  InputFlags input;
  CheckOptions check;
  std::string output = "-";
  std::string matches;
  std::string articles;
  std::string dedup;
  std::string max_bad = "0";
  int threads = 0;
  bool fail_on_match = false;
};

/// Errors: those of the archive.
Result<std::vector<CheckAnswer>> answer(const Archive& archive, const std::vector<Asked>& asked, const CheckFlags& flags, const Executor& executor) {
  std::vector<CheckAnswer> answers(asked.size());
  std::vector<std::optional<Error>> errors(asked.size());
  executor.for_each(asked.size(), [&](std::size_t i) {
    auto answer = asked[i].article ? archive.check(*asked[i].article, flags.check) : Result<CheckAnswer>(refusal(asked[i]));
    if (answer) answers[i] = std::move(*answer);
    if (!answer) errors[i] = std::move(answer.error());
    answers[i].line = asked[i].where.line;
  });
  for (const auto& error : errors) {
    if (error) return fail(*error);
  }
  return answers;
}

Result<void> answer_all(const Archive& archive, ArticleReader& reader, const CheckFlags& flags, AnswerDesk& desk, RehearsalFiles& files) {
  Arrivals arrivals(reader, kAtOnce);
  const Executor executor(flags.threads);
  do {
    std::vector<Asked> asked;
    auto records = arrivals.take();
    if (records.empty()) break;
    for (RawRecord& record : records) {
      Asked one = parse(reader, std::move(record));
      one.where.line == 0 && one.error ? desk.note_failed_input(*one.error) : asked.push_back(std::move(one));
    }
    const auto answers = answer(archive, asked, flags, executor);
    if (!answers) return fail(answers.error());
    for (std::size_t i = 0; i < asked.size(); ++i) desk.write(asked[i], (*answers)[i]);
    if (auto taken = files.take(std::move(asked)); !taken) return taken;
  } while (desk.flush());
  return files.finish(reader.files());
}

std::vector<std::string> outputs_of(const CheckFlags& flags) {
  std::vector<std::string> named{flags.output};
  for (const std::string& path : {flags.matches, flags.articles, flags.dedup}) {
    if (!path.empty()) named.push_back(path);
  }
  return named;
}

ExitCode end_of(const AnswerDesk& desk, bool fail_on_match, const BadLimit& limit, Terminal& terminal) {
  if (desk.counts().records == 0 && desk.counts().failed_inputs > 0) {
    return terminal.stop(ExitCode::Usage, {ErrorCode::NotFound, "no input could be read"});
  }
  if (fail_on_match && desk.found_copy()) return ExitCode::CopyFound;
  return too_many_bad(desk.counts(), limit) ? ExitCode::SomeUnreadable : ExitCode::Done;
}

ExitCode run(CheckFlags& flags, Terminal& terminal) {
  if (flags.input.inputs.empty()) flags.input.inputs = {"-"};
  const auto limit = parse_bad_limit(flags.max_bad);
  if (!limit) return terminal.stop(ExitCode::Usage, limit.error());
  auto options = resolve(flags.input);
  if (!options) return terminal.stop(ExitCode::Usage, options.error());
  if (flags.input.dry_run) return dry_run(flags.input.inputs, *options, true, *limit, terminal);
  answer_every_line(flags.input, *options);
  if (const auto apart = check_apart(outputs_of(flags), flags.input.inputs); !apart) {
    return terminal.stop(ExitCode::Usage, apart.error());
  }
  if (!flags.dedup.empty()) {
    if (const auto twice = check_readable_twice(flags.input.inputs); !twice) return terminal.stop(ExitCode::Usage, twice.error());
  }
  const auto archive = open_for_reading(flags.archive, flags.threads);
  if (!archive) return stop(archive.error(), terminal);
  auto outputs = AnswerOutputs::open(flags.output, flags.matches);
  if (!outputs) return terminal.stop(ExitCode::NotWritten, outputs.error());
  auto night = NightFiles::open({flags.articles, flags.dedup}, flags.input.inputs);
  if (!night) return terminal.stop(ExitCode::NotWritten, night.error());

  ErrorLog errors(terminal, nullptr);
  ArticleReader reader(flags.input.inputs, *options);
  AnswerDesk desk(outputs->answers, outputs->matches ? &*outputs->matches : nullptr, errors);
  RehearsalFiles files(archive->archive, std::move(*night));
  const auto answered = answer_all(archive->archive, reader, flags, desk, files);
  errors.end();
  const auto written = outputs->finish();
  if (!answered) return stop(answered.error(), terminal);
  if (!written) return terminal.stop(ExitCode::NotWritten, written.error());
  return end_of(desk, flags.fail_on_match, *limit, terminal);
}

}  // namespace

void add_check(CLI::App& app, Runner& runner) {
  auto flags = std::make_shared<CheckFlags>();
  auto* command = app.add_subcommand("check", "Is this article a copy of something in the archive? A line of JSON for each line of input, in order");
  add_archive(command, flags->archive);
  add_inputs(command, flags->input);
  command->remove_option(command->get_option("--force"));  // every line is answered, whatever it holds
  command->get_option("FILES")->required(false)->description("Files or folders; - is standard input, which is read where none is named");
  command->add_option("--top", flags->check.top, "At most so many matches an article; 10 where nothing is said")
      ->check(CLI::Range(0, 10000).description(""))
      ->type_name("N");
  command->add_option("--min", flags->check.min, "Leave out matches of which less is copied and less is kept, as 0.2")
      ->check(CLI::Range(0.0, 1.0).description(""))
      ->type_name("SHARE");
  command->add_flag("--fail-on-match", flags->fail_on_match, "Exit 1 when an article is a copy");
  command->add_option("-o,--output", flags->output, "Write the answers here instead of standard output")->type_name("FILE");
  command->add_option("--matches", flags->matches, "Write a line for each match too, with all its figures")->type_name("FILE");
  command->add_option("--articles", flags->articles, "Write what adding all of them would make of each; CSV if the name ends in .csv")->type_name("FILE");
  command->add_option("--dedup", flags->dedup, "Write the input again without what copies the archive or an earlier record; it is read twice")->type_name("OUT");
  command->add_option("--max-bad", flags->max_bad, "Exit 4 only when more records, or per cent of them, are unreadable")->type_name("N|P%");
  command->add_option("--threads", flags->threads, "0 takes one for each processor")->check(CLI::Range(0, 1024).description(""))->type_name("N");
  runner.on(command, [flags](Terminal& terminal) { return run(*flags, terminal); });
}

}  // namespace wireprint::command
