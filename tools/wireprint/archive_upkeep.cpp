// wireprint archive verify, compact, snapshot: that it is whole, small, and there twice.
#include <fmt/format.h>

#include <memory>
#include <string>

#include "archive_options.hpp"
#include "archive_parts.hpp"
#include "open_archive.hpp"

namespace wireprint::command {
namespace {

struct VerifyFlags {
  ArchiveFlags archive;
  std::string gone;
};

struct SnapshotFlags {
  ArchiveFlags archive;
  std::string to;
};

ExitCode verify(const VerifyFlags& flags, Terminal& terminal) {
  const auto opened = open_for_reading(flags.archive);
  if (!opened) return stop(opened.error(), terminal);
  if (const auto whole = opened->store->verify(); !whole) return stop(whole.error(), terminal);
  if (flags.gone.empty()) return print("whole\n", terminal);
  const auto traces = opened->store->traces_of(flags.gone);
  if (!traces) return stop(traces.error(), terminal);
  if (*traces == 0) return print(fmt::format("whole, and {} is gone\n", flags.gone), terminal);
  return terminal.stop(ExitCode::CopyFound, {ErrorCode::BadInput, fmt::format("'{}' is not gone: it stands in {} places", flags.gone, *traces)});
}

ExitCode compact(const ArchiveFlags& flags, Terminal& terminal) {
  const auto opened = open_for_writing(flags, {}, 1, terminal);
  if (!opened) return stop(opened.error(), terminal);
  const auto done = opened->store->compact();
  return done ? ExitCode::Done : stop(done.error(), terminal);
}

ExitCode snapshot(const SnapshotFlags& flags, Terminal& terminal) {
  const auto done = snapshot_store(flags.archive.folder, flags.to);
  return done ? ExitCode::Done : stop(done.error(), terminal);
}

}  // namespace

void add_archive_verify(CLI::App* archive, Runner& runner) {
  auto flags = std::make_shared<VerifyFlags>();
  auto* command = archive->add_subcommand("verify", "Read everything, and name the first damage");
  add_archive(command, flags->archive);
  command->add_option("--gone", flags->gone, "Also look for what is left of a removed article; exit 1 when there is some")->type_name("KEY");
  runner.on(command, [flags](Terminal& terminal) { return verify(*flags, terminal); });
}

void add_archive_compact(CLI::App* archive, Runner& runner) {
  auto flags = std::make_shared<ArchiveFlags>();
  auto* command = archive->add_subcommand("compact", "Rewrite what has been replaced or removed, and give its room back");
  add_archive(command, *flags);
  add_wait(command, *flags);
  runner.on(command, [flags](Terminal& terminal) { return compact(*flags, terminal); });
}

void add_archive_snapshot(CLI::App* archive, Runner& runner) {
  auto flags = std::make_shared<SnapshotFlags>();
  auto* command = archive->add_subcommand("snapshot", "Make a consistent copy, also while others write and read");
  add_archive(command, flags->archive);
  command->add_option("--to", flags->to, "A folder that is empty or not there yet")->required()->type_name("DIR");
  runner.on(command, [flags](Terminal& terminal) { return snapshot(*flags, terminal); });
}

}  // namespace wireprint::command
