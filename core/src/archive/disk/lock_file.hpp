// Who writes: one process at a time, known by its number.
#pragma once

#include <chrono>
#include <memory>
#include <string>

#include "wireprint/base/result.hpp"

namespace wireprint {

/// A POSIX lock on a file, held as long as the object lives. The system drops it with the process, however that ends.
class LockFile {
 public:
  /// Waits up to `wait` for whoever has it. Errors: Locked, naming the process where the system does; Io.
  [[nodiscard]] static Result<std::unique_ptr<LockFile>> acquire(const std::string& path, std::chrono::milliseconds wait);

  /// Whether a process, this one or another, has it.
  [[nodiscard]] static bool is_held(const std::string& path);
  ~LockFile();
  LockFile(const LockFile&) = delete;
  LockFile& operator=(const LockFile&) = delete;

 private:
  LockFile(int file, std::string identity) : file_(file), identity_(std::move(identity)) {}
  int file_;
  std::string identity_;
};

}  // namespace wireprint
