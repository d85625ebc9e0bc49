// The parts of `wireprint archive`, a file for each: what an archive holds, what it told, what is done to it.
#pragma once

#include "command.hpp"

namespace wireprint::command {

void add_archive_inspect(CLI::App* archive, Runner& runner);
void add_archive_export(CLI::App* archive, Runner& runner);
void add_archive_changes(CLI::App* archive, Runner& runner);
void add_archive_history(CLI::App* archive, Runner& runner);
void add_archive_remove(CLI::App* archive, Runner& runner);
void add_archive_verify(CLI::App* archive, Runner& runner);
void add_archive_compact(CLI::App* archive, Runner& runner);
void add_archive_snapshot(CLI::App* archive, Runner& runner);
void add_archive_rebuild(CLI::App* archive, Runner& runner);

}  // namespace wireprint::command
