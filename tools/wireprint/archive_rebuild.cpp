// wireprint archive rebuild: judges all that an archive holds again, as this version does.
#include <fmt/format.h>

#include <memory>
#include <string>

#include "archive_options.hpp"
#include "archive_parts.hpp"
#include "open_archive.hpp"
#include "wireprint/engine/rebuild.hpp"

namespace wireprint::command {
namespace {

struct RebuildFlags {
  ArchiveFlags from;
  ArchiveFlags to;
  int threads = 0;
};

ExitCode run(const RebuildFlags& flags, Terminal& terminal) {
  const auto old = DiskStore::read(flags.from.folder);  // of whatever recipe
  if (!old) return stop(old.error(), terminal);
  const Recipe& made = (*old)->identity().recipe;
  auto opened = open_for_writing(flags.to, {.recipe = is_by_letters(made) ? ocr_recipe() : Recipe{}}, flags.threads, terminal);
  if (!opened) return stop(opened.error(), terminal);
  if (opened->archive.view()->docs() > 0) {
    return terminal.stop(ExitCode::Usage, invalid("--to", flags.to.folder, "a folder that is empty or not there yet"));
  }
  const auto view = (*old)->view();
  const ProgressSink progress = terminal.progress();
  const auto report = rebuild(*view, (*old)->identity().keeps_text, *opened->store, opened->archive, [&](std::uint64_t done) {
    if (progress) progress({"rebuild", done, view->docs()});
  });
  terminal.end_progress();
  if (!report) return stop(report.error(), terminal);
  terminal.say(fmt::format("{} versions judged again", report->versions));
  if (report->without_text > 0) terminal.say(fmt::format("{} versions left behind: their text was removed", report->without_text));
  return ExitCode::Done;
}

}  // namespace

void add_archive_rebuild(CLI::App* archive, Runner& runner) {
  auto flags = std::make_shared<RebuildFlags>();
  auto* command = archive->add_subcommand("rebuild", "Judge all stored text again as this version does; keys, versions, ids and history stay");
  add_archive(command, flags->from);
  command->add_option("--to", flags->to.folder, "A folder that is empty or not there yet")->required()->type_name("NEW");
  command->add_option("--threads", flags->threads, "0 takes one for each processor")->check(CLI::Range(0, 1024).description(""))->type_name("N");
  runner.on(command, [flags](Terminal& terminal) { return run(*flags, terminal); });
}

}  // namespace wireprint::command
