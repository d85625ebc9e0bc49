// wireprint archive: what a person does with an archive the day after.
#include "archive_parts.hpp"

namespace wireprint::command {

void add_archive_commands(CLI::App& app, Runner& runner) {
  auto* archive = app.add_subcommand("archive", "Look into an archive, export it, take articles out, copy it");
  archive->require_subcommand(1);
  add_archive_inspect(archive, runner);
  add_archive_export(archive, runner);
  add_archive_changes(archive, runner);
  add_archive_history(archive, runner);
  add_archive_remove(archive, runner);
  add_archive_verify(archive, runner);
  add_archive_compact(archive, runner);
  add_archive_snapshot(archive, runner);
  add_archive_rebuild(archive, runner);
}

}  // namespace wireprint::command
