#include "archive_options.hpp"

namespace wireprint::command {

void add_archive(CLI::App* command, ArchiveFlags& flags) {
  command->add_option("--archive", flags.folder, "The archive's folder")->required()->type_name("DIR");
}

void add_wait(CLI::App* command, ArchiveFlags& flags) {
  command->add_option("--wait", flags.wait, "Wait so long for another process that writes to the archive")
      ->check(CLI::Range(0.0, 1e6).description(""))
      ->type_name("SECONDS");
}

ExitCode exit_code_of(const Error& error) {
  switch (error.code) {
    case ErrorCode::Damaged:
    case ErrorCode::Incompatible: return ExitCode::Archive;
    case ErrorCode::Locked:
    case ErrorCode::Io: return ExitCode::NotWritten;
    default: return ExitCode::Usage;
  }
}

ExitCode stop(const Error& error, Terminal& terminal) {
  const ExitCode code = terminal.stop(exit_code_of(error), error);
  if (error.code == ErrorCode::Incompatible && error.where.field == "version") {
    terminal.say("the wireprint that wrote it reads it: what its 'archive export articles --bodies' prints can be added to a new one");
  } else if (error.code == ErrorCode::Incompatible) {
    terminal.say("'wireprint archive rebuild --archive OLD --to NEW' judges all that it holds again, as this version does");
  }
  if (error.code == ErrorCode::Damaged) {
    terminal.say("'wireprint archive verify --archive DIR' names the damage; a copy made by 'wireprint archive snapshot' takes its place");
  }
  return code;
}

}  // namespace wireprint::command
