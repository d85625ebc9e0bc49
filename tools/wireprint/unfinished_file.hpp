// A temporary file that goes away unless it is finished, also when the command is interrupted.
#pragma once

#include <atomic>
#include <deque>
#include <memory>
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

/// A folder that goes away with all that is in it, unless it is finished. At most two live at a time, used by one thread.
class UnfinishedFolder {
 public:
  /// Beside `final_path`, which does not exist or is an empty folder. What a killed process left there is removed first.
  /// Errors: Io with the system's reason.
  [[nodiscard]] static Result<std::unique_ptr<UnfinishedFolder>> beside(const std::string& final_path);
  UnfinishedFolder(const UnfinishedFolder&) = delete;
  UnfinishedFolder& operator=(const UnfinishedFolder&) = delete;
  ~UnfinishedFolder();

  /// The place of a file in it, by its path relative to the folder; makes the folders that lead there. Errors: Io.
  [[nodiscard]] Result<std::string> place_for(const std::string& relative);

  /// Makes all that was written in it durable, at once, and gives it the final name. Errors: Io.
  [[nodiscard]] Result<void> finish();

 private:
  struct Entry;
  struct Slot;
  UnfinishedFolder(std::string path, int descriptor, std::string final_path);
  void add(const std::string& path);

  std::string path_;
  int descriptor_;  // the folder's, open as long as it is unfinished
  std::string final_path_;
  std::unique_ptr<Slot> slot_;
  std::deque<Entry> entries_;  // the folder, then what was made in it; a signal's handler walks them backwards
};

}  // namespace wireprint::command
