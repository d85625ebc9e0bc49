// The options of every command that speaks to an archive: which one, and how long to wait for another writer.
#pragma once

#include <CLI/CLI.hpp>
#include <string>

#include "terminal.hpp"
#include "wireprint/base/result.hpp"

namespace wireprint::command {

struct ArchiveFlags {
  std::string folder;
  double wait = 0;  ///< seconds
};

void add_archive(CLI::App* command, ArchiveFlags& flags);
void add_wait(CLI::App* command, ArchiveFlags& flags);  ///< of commands that write

/// How a command ends that an archive's error stops.
[[nodiscard]] ExitCode exit_code_of(const Error& error);

/// Says why the command ends, and for a damaged or another archive the way out.
ExitCode stop(const Error& error, Terminal& terminal);

}  // namespace wireprint::command
