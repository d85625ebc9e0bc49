// Lines of a ByteSource, each whole and with its number.
//
// A line ends with LF or CR LF, which are not part of it; what follows the last LF is a line too, unless it is
// empty. A LineReader may be used by one thread at a time.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "wireprint/article/byte_source.hpp"
#include "wireprint/article/reader_options.hpp"
#include "wireprint/base/result.hpp"

namespace wireprint {

struct Line {
  std::string bytes;         ///< any bytes but LF, NUL too
  std::uint64_t number = 0;  ///< 1-based
  std::uint64_t begin = 0;   ///< its place in the source, line break included
  std::uint64_t end = 0;
};

class LineReader {
 public:
  /// `file` is the name for messages; a line of more than `max_record` bytes is refused.
  LineReader(ByteSource source, std::string file, std::size_t max_record = kDefaultMaxRecord);

  /// The next line; `nullopt` at the end of the source, and ever after.
  ///
  /// Errors: `TooLarge`, with its number, for a line over the limit, which is skipped without being kept: the
  /// next call gives the line after it. Those of ByteSource::next, once: then comes the end. A line
  /// that damage has cut is given before the error, as far as it goes.
  [[nodiscard]] Result<std::optional<Line>> next();

  [[nodiscard]] const ByteSource& source() const { return source_; }

 private:
  /// False when the source has no more bytes.
  [[nodiscard]] bool fill();
  [[nodiscard]] Result<std::optional<Line>> finish();

  ByteSource source_;
  std::string file_;
  std::size_t max_record_;
  std::string_view rest_;  // of the source's bytes, not yet cut
  std::optional<Error> damage_;
  std::uint64_t number_ = 0;
  std::uint64_t position_ = 0;
  bool ended_ = false;
};

}  // namespace wireprint
