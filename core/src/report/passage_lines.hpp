// The passages of a match, as every line that holds some writes them.
#pragma once

#include "report/json_line.hpp"
#include "wireprint/report/lines.hpp"
#include "wireprint/verify/match.hpp"

namespace wireprint {

/// The array "passages". `a` and `b` are the articles that the match speaks of.
void write_passages(JsonLine& line, const Article& a, const Article& b, const std::vector<Passage>& passages, OffsetUnit unit);

}  // namespace wireprint
