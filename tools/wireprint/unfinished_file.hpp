// A temporary file that goes away unless it is finished, also when the command is interrupted.
#pragma once

#include <atomic>
#include <string>

#include "wireprint/base/result.hpp"

namespace wireprint::command {

/// Lets Ctrl-C, a hang-up and a request to end remove all unfinished files and end the process with 128 and the signal's
/// number: 130 for Ctrl-C. Signals that the caller ignores stay ignored.
void end_cleanly_on_signals();

class UnfinishedFile {
 public:
  /// `path` is the temporary file's. At most eight live at a time.
  explicit UnfinishedFile(std::string path);
  UnfinishedFile(const UnfinishedFile&) = delete;
  UnfinishedFile& operator=(const UnfinishedFile&) = delete;
  ~UnfinishedFile();

  /// Makes it durable under `final_path`, in place of what is there. `descriptor` is the open file's.
  /// Errors: Io with the system's reason.
  [[nodiscard]] Result<void> rename_to(const std::string& final_path, int descriptor);

 private:
  std::string path_;
  std::atomic<const char*>* slot_;
};

}  // namespace wireprint::command
