#include <algorithm>
#include <cassert>

#include "command.hpp"
#include "output.hpp"

namespace wireprint::command {

ExitCode Runner::run(Terminal& terminal) const {
  const auto named = std::find_if(runs_.begin(), runs_.end(), [](const auto& entry) { return entry.first->parsed(); });
  assert(named != runs_.end() && "the parser demands one subcommand");
  return named->second(terminal);
}

ExitCode print(std::string_view text, Terminal& terminal) {
  auto output = Output::open("-");
  if (!output) return terminal.stop(ExitCode::NotWritten, output.error());
  output->write(text);
  if (const auto done = output->finish(); !done) return terminal.stop(ExitCode::NotWritten, done.error());
  return ExitCode::Done;
}

}  // namespace wireprint::command
