// wireprint archive changes: every event again, so that another database can follow and never miss one.
#include <cstdint>
#include <memory>
#include <string>

#include "archive_options.hpp"
#include "archive_parts.hpp"
#include "open_archive.hpp"
#include "output.hpp"
#include "wireprint/report/event_line.hpp"

namespace wireprint::command {
namespace {

constexpr std::size_t kAtOnce = 10'000;  // events in memory

struct ChangesFlags {
  ArchiveFlags archive;
  std::uint64_t since = 0;
  std::string output = "-";
};

ExitCode run(const ChangesFlags& flags, Terminal& terminal) {
  const auto opened = open_for_reading(flags.archive);
  if (!opened) return stop(opened.error(), terminal);
  auto output = Output::open(flags.output);
  if (!output) return terminal.stop(ExitCode::NotWritten, output.error());
  const auto view = opened->archive.view();
  for (std::uint64_t last = flags.since; output->wanted();) {
    const auto events = view->events_after(last, kAtOnce);
    if (events.empty()) break;
    for (const Event& event : events) output->write(event_line(event) + "\n");
    last = events.back().seq;
  }
  if (const auto fault = view->fault()) return stop(*fault, terminal);
  if (const auto written = output->finish(); !written) return terminal.stop(ExitCode::NotWritten, written.error());
  return ExitCode::Done;
}

}  // namespace

void add_archive_changes(CLI::App* archive, Runner& runner) {
  auto flags = std::make_shared<ChangesFlags>();
  auto* command = archive->add_subcommand("changes", "Print the events again that came after one, as add told them");
  add_archive(command, flags->archive);
  command->add_option("--since", flags->since, "The last event that is known; 0 for all")->required()->type_name("SEQ");
  command->add_option("-o,--output", flags->output, "Write here instead of standard output")->type_name("FILE");
  runner.on(command, [flags](Terminal& terminal) { return run(*flags, terminal); });
}

}  // namespace wireprint::command
