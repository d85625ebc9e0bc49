// A file seen as bytes, read by the system as they are touched. What is mapped stays readable when the file is deleted.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "wireprint/base/result.hpp"

namespace wireprint {

class MappedFile {
 public:
  /// Errors: NotFound, Io.
  [[nodiscard]] static Result<std::shared_ptr<const MappedFile>> open(const std::string& path);
  ~MappedFile();
  MappedFile(const MappedFile&) = delete;
  MappedFile& operator=(const MappedFile&) = delete;

  [[nodiscard]] std::string_view bytes() const { return bytes_; }

 private:
  explicit MappedFile(std::string_view bytes) : bytes_(bytes) {}

  std::string_view bytes_;
};

}  // namespace wireprint
