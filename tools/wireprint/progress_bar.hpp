// One line on standard error that tells how far a stage is.
//
// Our own: Debian 12 packages no library of progress bars for C++, and one line needs none.
#pragma once

#include <string>

#include "wireprint/base/progress.hpp"

namespace wireprint::command {

/// The line for `progress`, at most 79 columns: the stage, a bar and per cent, or how much is done where the total is
/// not known.
[[nodiscard]] std::string progress_line(const Progress& progress);

class ProgressBar {
 public:
  void show(const Progress& progress);
  void clear();  ///< leaves the cursor at the beginning of an empty line

 private:
  std::string shown_;
};

}  // namespace wireprint::command
