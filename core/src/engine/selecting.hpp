// What deduplication leaves out of a run, with the proofs that it asks for.
#pragma once

#include <functional>
#include <vector>

#include "engine/intake.hpp"
#include "engine/ranking.hpp"
#include "wireprint/report/selection.hpp"
#include "wireprint/verify/compare.hpp"

namespace wireprint {

/// How find_removals() gets at texts.
struct SelectionProofs {
  const Ranking& ranking;
  std::function<SharedStory(Rank earlier, Rank later)> shared;  ///< of judged articles; from several threads
  const CrossingDays& spread;                              ///< for versions that are not judged
};

/// The run of `intake` with its clusters.
[[nodiscard]] std::vector<Removal> select(const Intake& intake, const ClusterOptions& options, const SelectionProofs& proofs, const Executor& executor);

}  // namespace wireprint
