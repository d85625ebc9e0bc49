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
  /// begin with a point are left out, and so is a folder that has been walked already, to which a link leads back, and a
  /// file that was given already.
  ///
  /// Errors: Io for a folder that cannot be read, BadInput for an entry that is no regular file (of a pipe nobody knows
  /// whether it ever ends). The walk goes on after them.
  [[nodiscard]] std::optional<Result<std::string>> next();

  /// The input that the last answer was, or lies in.
  [[nodiscard]] std::size_t input() const { return input_; }

 private:
  [[nodiscard]] std::optional<Error> open_folder(const std::string& path, std::size_t input);

  /// Notes that it was met.
  [[nodiscard]] bool is_first(const std::string& path);

  struct Pending {
    std::string path;
    bool in_folder = false;
    std::size_t input = 0;
  };
  std::vector<Pending> pending_;  // the next one last
  std::size_t input_ = 0;
  std::set<std::pair<std::uint64_t, std::uint64_t>> met_;  // folders and files, by device and inode
};

}  // namespace wireprint
