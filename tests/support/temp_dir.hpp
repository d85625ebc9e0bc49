// A directory that is gone when the test is over.
#pragma once

#include <unistd.h>

#include <atomic>
#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>

namespace wireprint::test {

class TempDir {
 public:
  TempDir() : path_(std::filesystem::temp_directory_path() / name()) { std::filesystem::create_directories(path_); }
  TempDir(const TempDir&) = delete;
  TempDir& operator=(const TempDir&) = delete;
  ~TempDir() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }

  /// The path of `file` inside, whether it exists or not.
  [[nodiscard]] std::string path(std::string_view file = "") const { return (path_ / file).string(); }

  /// Writes a file and gives its path.
  [[nodiscard]] std::string write(std::string_view file, std::string_view bytes) const {
    std::ofstream(path(file), std::ios::binary).write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    return path(file);
  }

 private:
  static std::string name() {
    static std::atomic<int> count{0};
    return "wireprint-test-" + std::to_string(::getpid()) + "-" + std::to_string(count++);
  }

  std::filesystem::path path_;
};

}  // namespace wireprint::test
