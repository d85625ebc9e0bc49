// How many records may be unreadable before a run counts as incomplete.
#pragma once

#include <cstdint>
#include <string>

#include "terminal.hpp"
#include "wireprint/base/result.hpp"
#include "wireprint/report/run.hpp"

namespace wireprint::command {

/// A number of records and failed inputs, or per cent of the records.
struct BadLimit {
  double bound = 0;
  bool per_cent = false;
};

/// From "N" or "P%". Errors: InvalidArgument.
[[nodiscard]] Result<BadLimit> parse_bad_limit(const std::string& text);

/// Whether more was unreadable than `limit` allows. An input that could not be opened, or not be read to its end, is
/// always too much: nobody knows how many records it held.
[[nodiscard]] bool too_many_bad(const RunCounts& counts, const BadLimit& limit);

/// Says which options help where records, or dates, could not be read.
void say_ways_out(const RunCounts& counts, const BadLimit& limit, Terminal& terminal);

}  // namespace wireprint::command
