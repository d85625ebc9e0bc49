// What would be read, without doing anything with it.
#pragma once

#include <string>
#include <vector>

#include "bad_records.hpp"
#include "terminal.hpp"
#include "wireprint/article/reader_options.hpp"

namespace wireprint::command {

/// Reads all inputs and prints to standard output how they were understood: formats, fields, dates, languages, outlets
/// and one article. Ends as the run itself would end: with Usage where no input can be read or, unless `force`, where
/// bodies are missing; with SomeUnreadable over `limit`.
[[nodiscard]] ExitCode dry_run(const std::vector<std::string>& inputs, ReaderOptions options, bool force, const BadLimit& limit, Terminal& terminal);

}  // namespace wireprint::command
