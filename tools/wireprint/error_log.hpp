// The records and files that could not be read: the first of each kind are said, all are counted, and all are named in
// a file for who wants them.
#pragma once

#include <cstdint>
#include <map>
#include <optional>

#include "output.hpp"
#include "terminal.hpp"

namespace wireprint::command {

/// Calls come from one thread at a time.
class ErrorLog {
 public:
  /// `all` may be null; it and `terminal` have to live longer than this.
  ErrorLog(Terminal& terminal, Output* all) : terminal_(&terminal), all_(all) {}

  void add(const Error& error);

  /// Says how many more there were of each kind, and which options may help.
  void end();

 private:
  Terminal* terminal_;
  Output* all_;
  std::map<ErrorCode, std::uint64_t> counts_;
};

}  // namespace wireprint::command
