// What stands on top of the text report: how much was printed more than once, how fast, and by whom.
#pragma once

#include <string>

#include "wireprint/report/run.hpp"

namespace wireprint {

/// A paragraph and a small table of the busiest outlets, ending with a line feed.
[[nodiscard]] std::string overview_text(const ClusterRun& run);

}  // namespace wireprint
