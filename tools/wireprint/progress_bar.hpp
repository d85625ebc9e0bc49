// One line on standard error that tells how far a stage is.
//
// Our own: Debian 12 packages no library of progress bars for C++, and one line needs none.
#pragma once

#include <chrono>
#include <string>
#include <string_view>

#include "wireprint/base/progress.hpp"

namespace wireprint::command {

/// The line for `progress`, at most 79 columns: the stage, a bar and per cent, or how much is done where the total is
/// not known.
[[nodiscard]] std::string progress_line(const Progress& progress);

class ProgressBar {
 public:
  void show(const Progress& progress);  ///< as often as one likes; a stage is drawn twenty times a second at most
  void clear();  ///< leaves the cursor at the beginning of an empty line

 private:
  std::string_view stage_;
  std::chrono::steady_clock::time_point drawn_;
};

}  // namespace wireprint::command
