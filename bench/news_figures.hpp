// The figures of a corpus on which speed and memory depend.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "wireprint/engine/engine.hpp"

namespace wireprint {

/// By name, always the same names in the same order.
using Figures = std::vector<std::pair<std::string, double>>;

/// The value below which `share` of `values` lie; 0 for none.
[[nodiscard]] double quantile(std::vector<double> values, double share);

[[nodiscard]] Figures figures_of(const ClusterRun& run);

}  // namespace wireprint
