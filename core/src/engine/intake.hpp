// The first half of a run: from inputs to articles with their fingerprints.
#pragma once

#include <vector>

#include "wireprint/base/executor.hpp"
#include "wireprint/engine/engine.hpp"
#include "wireprint/sketch/fingerprint.hpp"

namespace wireprint {

/// What was read. `prints[i]` and `agency_own[i]` belong to `run.articles[i]`.
struct Intake {
  ClusterRun run;  ///< its articles and counts; no clusters yet
  std::vector<Fingerprint> prints;
  std::vector<bool> agency_own;  ///< the outlet is an agency
};

/// Errors: none of the inputs could be read. All others go to `options.on_error`.
[[nodiscard]] Result<Intake> take_in(const std::vector<std::string>& inputs, const ClusterOptions& options, const Executor& executor);

}  // namespace wireprint
