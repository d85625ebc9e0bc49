// The files that inputs stand for: themselves, and all that lie in folders.
//
// Used by one thread at a time.
#pragma once

#include <cstddef>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "wireprint/base/result.hpp"

namespace wireprint {

class InputWalk {
 public:
  /// "-" stands for itself.
  explicit InputWalk(std::vector<std::string> inputs);

  /// The next file; `nullopt` after the last. A folder's entries come in the order of their names; those whose names
  /// begin with a point are left out, and so is a folder that has been walked already, to which a link leads back.
  ///
  /// Errors: Io for a folder that cannot be read, BadInput for an entry that is no regular file (of a pipe nobody knows
  /// whether it ever ends). The walk goes on after them.
  [[nodiscard]] std::optional<Result<std::string>> next();

 private:
  [[nodiscard]] std::optional<Error> open_folder(const std::string& path);

  struct Pending {
    std::string path;
    bool in_folder = false;
  };
  std::vector<Pending> pending_;  // the next one last
  std::set<std::pair<std::uint64_t, std::uint64_t>> walked_;  // folders, by device and inode
};

}  // namespace wireprint
