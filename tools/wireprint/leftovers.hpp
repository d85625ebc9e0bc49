// What a run that was killed leaves behind: unfinished files and folders that no process holds any more.
#pragma once

#include <string>

namespace wireprint::command {

/// The name of an unfinished file or folder beside `final_path`, as mkostemp() and mkdtemp() take it: they fill in its end.
[[nodiscard]] std::string unfinished_name(const std::string& final_path);

/// Marks `path`, just made under such a name and open as `descriptor`, as this process's until that is closed. False when
/// another process took it for a leftover before that, and removed it. Where the file system has no locks, nothing is
/// marked, and nothing is ever taken for a leftover.
[[nodiscard]] bool hold_unfinished(const std::string& path, int descriptor);

/// Removes what stands beside `final_path` under such a name and is held by no process.
void remove_leftovers(const std::string& final_path);

}  // namespace wireprint::command
