// The bytes of a file or of standard input, decompressed on the way.
//
// gzip (also several members) and zstd (also several frames and skippable ones) are known by their first
// bytes, never by the file's name; all else is taken as it is. Memory is bounded by the format's window,
// 128 MiB at most. A ByteSource may be used by one thread at a time.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "wireprint/base/hash.hpp"
#include "wireprint/base/result.hpp"

namespace wireprint {

/// How a file is compressed.
enum class Packing : std::uint8_t { None, Gzip, Zstd };

/// "none", "gzip" or "zstd".
[[nodiscard]] std::string_view name_of(Packing packing);

class ByteSource {
 public:
  /// Opens `path`, or standard input for "-". A named pipe waits for its writer.
  ///
  /// Errors: `NotFound` for a missing file, `BadInput` for a directory, `Io` for all else the system refuses.
  [[nodiscard]] static Result<ByteSource> open(const std::string& path);

  ByteSource(ByteSource&&) noexcept;
  ByteSource& operator=(ByteSource&&) noexcept;
  ~ByteSource();

  /// The next bytes; empty at the end, and ever after. The view lives until the next call.
  ///
  /// Errors: `BadInput` when a compressed stream is truncated or corrupt, with the position in the file;
  /// `Io` when reading fails. All that could be read before the damage has been given by then, and every
  /// later call gives the same error.
  [[nodiscard]] Result<std::string_view> next();

  /// Reads a little ahead: what head() gives grows by at least a byte. False at the end and at damage, which next() tells
  /// in its time. Not after next().
  bool read_ahead();

  /// What has been read ahead and not yet been given by next(), which gives it first.
  [[nodiscard]] std::string_view head() const;

  /// Bytes of the file (compressed ones, where it is) that have been used up.
  [[nodiscard]] std::uint64_t bytes_read() const;

  /// What the first bytes say; None before the first read.
  [[nodiscard]] Packing packing() const;

  /// XXH3 of the bytes of the file (compressed ones, where it is) that were read; of the whole file at its end.
  [[nodiscard]] Hash128 hash() const;

  /// Size of the file; 0 where it is not known, as of a pipe.
  [[nodiscard]] std::uint64_t bytes_total() const;

 private:
  struct State;
  explicit ByteSource(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace wireprint
