// Whole files, written so that they are there after a crash, through the file system that tests may replace.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "archive/disk/database.hpp"
#include "archive/disk/run_builder.hpp"

namespace wireprint {

/// Writes what `fill` gives to a sink, then makes the file and its name durable. What could not be finished is deleted.
/// Errors: Io, and those of `fill`.
[[nodiscard]] std::optional<Error> write_file(const FileSystem& files, const std::string& directory, const std::string& name,
                                              const std::function<std::optional<Error>(const ByteSink&)>& fill);

/// As write_file(), and takes the place of what had the name.
[[nodiscard]] std::optional<Error> replace_file(const FileSystem& files, const std::string& directory, const std::string& name, std::string_view bytes);

/// Errors: NotFound, Io; TooLarge past `most` bytes.
[[nodiscard]] Result<std::string> read_small_file(const std::string& path, std::size_t most);

/// Makes a directory durable where it is not there. Errors: Io.
[[nodiscard]] std::optional<Error> make_directory(const FileSystem& files, const std::string& parent, const std::string& name);

/// The file's text is magic, payload and XXH3 of both: little files that stand beside the database.
[[nodiscard]] std::string seal(std::string_view magic, std::string_view payload);

/// The payload; nothing for bytes that were not sealed with this magic, or were changed.
[[nodiscard]] std::optional<std::string> unseal(std::string_view magic, std::string_view bytes);

}  // namespace wireprint
