// Where results go: standard output, a device or pipe, or a file that is replaced only when the new one is whole.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "unfinished_file.hpp"
#include "wireprint/base/result.hpp"

namespace wireprint::command {

/// A destination that is being written. The first error is kept and returned by finish(); after it, and after the
/// reader of a pipe has gone (which is no error), what is written is dropped. Not for several threads.
class Output {
 public:
  /// "-" is standard output. A regular file, or a name that does not exist yet, is written beside itself; what a killed
  /// process left there is removed first. Errors: Io with the system's reason.
  [[nodiscard]] static Result<Output> open(const std::string& path);

  /// A new file in a folder that is unfinished itself, which makes it durable. Errors: Io, also where it exists already.
  [[nodiscard]] static Result<Output> open_inside(const std::string& path);

  Output(Output&& other) noexcept;
  Output& operator=(Output&&) = delete;
  ~Output();  ///< what was not finished is thrown away, and a regular file stays as it was

  void write(std::string_view text);

  /// Hands on what was written so far, for a reader who waits for it.
  void flush();

  /// Whether what is written still reaches somebody.
  [[nodiscard]] bool wanted() const { return !error_ && !reader_gone_; }

  /// Writes what is left; a regular file is made durable and takes its place.
  [[nodiscard]] Result<void> finish();

 private:
  Output(std::string path, int descriptor) : path_(std::move(path)), descriptor_(descriptor) {}

  [[nodiscard]] static Result<Output> open_beside(const std::string& path);
  void keep_error(std::string_view doing);

  std::string path_;
  int descriptor_ = -1;
  std::unique_ptr<UnfinishedFile> unfinished_;  ///< null where it is written through
  std::string buffer_;
  std::optional<Error> error_;
  bool reader_gone_ = false;
};

}  // namespace wireprint::command
