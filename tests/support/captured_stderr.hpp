// What is written to standard error while it lives, by whatever library: a library of ours has to be silent.
#pragma once

#include <fcntl.h>
#include <unistd.h>

#include <cstdio>
#include <fstream>
#include <iterator>
#include <string>

#include "support/temp_dir.hpp"

namespace wireprint::test {

class CapturedStderr {
 public:
  CapturedStderr() : kept_(::dup(STDERR_FILENO)) {
    const int file = ::open(path().c_str(), O_CREAT | O_WRONLY | O_TRUNC, 0600);
    ::dup2(file, STDERR_FILENO);
    ::close(file);
  }
  CapturedStderr(const CapturedStderr&) = delete;
  CapturedStderr& operator=(const CapturedStderr&) = delete;
  ~CapturedStderr() { restore(); }

  /// Ends the capture.
  [[nodiscard]] std::string text() {
    restore();
    std::ifstream file(path());
    return {std::istreambuf_iterator<char>(file), {}};
  }

 private:
  [[nodiscard]] std::string path() const { return dir_.path("stderr"); }

  void restore() {
    if (kept_ < 0) return;
    std::fflush(stderr);
    ::dup2(kept_, STDERR_FILENO);
    ::close(kept_);
    kept_ = -1;
  }

  TempDir dir_;
  int kept_;
};

}  // namespace wireprint::test
