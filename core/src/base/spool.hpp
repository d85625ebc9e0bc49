// A temporary file for what does not fit in memory. It has no name, so nothing is left of it however the program ends.
#pragma once

#include <atomic>
#include <cstdint>
#include <memory>
#include <span>
#include <string>

#include "wireprint/base/result.hpp"

namespace wireprint {

/// append() is called by one thread at a time, and not while others read; read() by any number.
class Spool {
 public:
  /// In `folder`; empty is the system's for temporary files. Errors: Io.
  [[nodiscard]] static Result<std::shared_ptr<Spool>> open(const std::string& folder);

  ~Spool();
  Spool(const Spool&) = delete;
  Spool& operator=(const Spool&) = delete;

  /// Where the words stand that were written. What cannot be written is a fault.
  std::uint64_t append(std::span<const std::uint64_t> words);

  /// Fills `words` with what stands at `offset`; with zeros, and a fault, if that cannot be read.
  void read(std::uint64_t offset, std::span<std::uint64_t> words) const;

  /// Whether anything could not be written or read so far.
  [[nodiscard]] bool failed() const { return error_ != 0; }
  [[nodiscard]] Error fault() const;  ///< only if failed()

 private:
  Spool(int file, std::string folder) : file_(file), folder_(std::move(folder)) {}

  int file_;
  std::string folder_;
  std::uint64_t size_ = 0;
  mutable std::atomic<int> error_{0};
};

}  // namespace wireprint
