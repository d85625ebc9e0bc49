// The bytes of a file as the operating system has them, through one buffer.
//
// Used by one thread at a time.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "wireprint/base/hash.hpp"
#include "wireprint/base/result.hpp"

namespace wireprint {

class RawInput {
 public:
  /// As ByteSource::open.
  [[nodiscard]] static Result<RawInput> open(const std::string& path);

  RawInput(RawInput&& other) noexcept;
  RawInput& operator=(RawInput&& other) noexcept;
  ~RawInput();

  /// The bytes not yet consumed; reads when there are none. Empty at the end of the file.
  /// The view lives until the next call of `available` or `peek`, whatever is consumed.
  [[nodiscard]] Result<std::string_view> available();

  /// The first bytes of the file, `count` of them where it has so many. To be called before anything is consumed.
  [[nodiscard]] Result<std::string_view> peek(std::size_t count);

  void consume(std::size_t count);

  [[nodiscard]] std::uint64_t position() const { return position_; }  ///< bytes consumed
  [[nodiscard]] std::uint64_t size() const { return size_; }          ///< 0 when not known
  [[nodiscard]] Hash128 hash() const { return hash_.value(); }        ///< of the bytes read from the system so far
  [[nodiscard]] const std::string& path() const { return path_; }

 private:
  RawInput(std::string path, int descriptor, std::uint64_t size);
  [[nodiscard]] Result<std::size_t> read_more();

  std::string path_;
  int descriptor_;
  std::uint64_t size_;
  std::uint64_t position_ = 0;
  std::vector<char> buffer_;
  std::size_t begin_ = 0;
  std::size_t end_ = 0;
  BytesHash hash_;
};

}  // namespace wireprint
