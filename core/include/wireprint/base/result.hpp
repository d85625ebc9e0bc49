// How a call says that it failed: errors are values (tl::expected), never exceptions.
//
// Bad input or a bad file gives an Error; expected absence is std::optional; a bug of ours is an assert.
// All types here are plain values; each may be used from any thread.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <utility>

namespace wireprint {

enum class ErrorCode {
  InvalidArgument,  ///< an option out of its range
  Unreachable,      ///< a goal that no setting meets
  NotFound,         ///< no such file, key or field
  BadInput,         ///< a record, a file or a stream that does not follow its format
  TooLarge,         ///< over a stated limit
  Incompatible,     ///< another recipe or format version
  Damaged,          ///< what wireprint itself once wrote is no longer whole
  Locked,           ///< another process writes to the archive
  Io,               ///< the operating system said no (disk full, no right, ...)
};

/// Where in the input something was found. Empty parts are not known.
struct Location {
  std::string file = {};   ///< as the user named it; "-" is standard input
  std::uint64_t line = 0;  ///< 1-based; 0 is unknown
  std::string field = {};  ///< name of the field, as in the input

  friend bool operator==(const Location&, const Location&) = default;
};

/// What went wrong, what was expected, what was found, and where.
struct Error {
  ErrorCode code = ErrorCode::InvalidArgument;
  std::string message;
  Location where = {};

  /// One line for a person: "file:line: field 'x': message", without the parts that are not known.
  [[nodiscard]] std::string describe() const;
};

template <class T>
using Result = tl::expected<T, Error>;

/// Returns `error` from a function that gives a Result.
[[nodiscard]] inline tl::unexpected<Error> fail(Error error) { return tl::unexpected<Error>(std::move(error)); }

/// An InvalidArgument: `name` is `found`, but has to be `expected`.
[[nodiscard]] Error invalid(std::string_view name, double found, std::string_view expected);
[[nodiscard]] Error invalid(std::string_view name, std::string_view found, std::string_view expected);

}  // namespace wireprint
