// A shared passage as it stands in either article, in two columns.
#pragma once

#include <string>

#include "wireprint/report/run.hpp"

namespace wireprint {

/// The passages of `match` one below the other, each with its length and place, for a terminal `width` columns wide.
/// A long one is cut in the middle.
[[nodiscard]] std::string passages_text(const ClusterRun& run, const Match& match, int width);

}  // namespace wireprint
