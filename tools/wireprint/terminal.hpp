// Standard error: messages for the person who started the command, and a progress bar where one can see it.
#pragma once

#include <mutex>
#include <string_view>

#include "progress_bar.hpp"
#include "wireprint/base/progress.hpp"
#include "wireprint/base/result.hpp"

namespace wireprint::command {

/// How the command ends.
enum class ExitCode {
  Done = 0,
  CopyFound = 1,       ///< asked for, and an article is a copy
  Usage = 2,           ///< also: no input could be read
  Archive = 3,         ///< the archive is damaged, or of another recipe
  SomeUnreadable = 4,  ///< done, but records could not be read
  NotWritten = 5,      ///< the output or the archive could not be written; nothing was damaged
};

/// May be used from any thread.
class Terminal {
 public:
  /// Prints `text`, ending with one line feed. Control characters are shown as '?': they may come from the input.
  void say(std::string_view text);

  /// Says why the command ends, and gives the code back.
  ExitCode stop(ExitCode code, const Error& error);

  /// Shows a bar when standard error is a terminal. Has to be used before this ends.
  [[nodiscard]] ProgressSink progress();

  /// Takes the bar away.
  void end_progress();

 private:
  std::mutex mutex_;
  ProgressBar bar_;
};

}  // namespace wireprint::command
