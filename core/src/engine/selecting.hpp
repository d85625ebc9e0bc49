// What deduplication leaves out of a run, with the proofs that it asks for.
#pragma once

#include <functional>
#include <optional>
#include <vector>

#include "engine/intake.hpp"
#include "engine/ranking.hpp"
#include "wireprint/report/selection.hpp"
#include "wireprint/verify/compare.hpp"

namespace wireprint {

/// How find_removals() gets at texts.
struct SelectionProofs {
  const Ranking& ranking;
  std::function<Match(Rank earlier, Rank later)> compare;  ///< of judged articles; from several threads
  std::function<std::optional<SharedStory>(Rank earlier, Rank later)> shared;  ///< what compare() would find of that, where less tells it
  const CrossingDays& spread;                              ///< for versions that are not judged
};

/// The run of `intake` with its clusters.
[[nodiscard]] std::vector<Removal> select(const Intake& intake, const ClusterOptions& options, const SelectionProofs& proofs, const Executor& executor);

}  // namespace wireprint
