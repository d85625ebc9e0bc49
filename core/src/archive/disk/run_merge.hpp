// Several runs made into one.
#pragma once

#include <functional>
#include <span>

#include "archive/disk/run.hpp"
#include "archive/disk/run_builder.hpp"

namespace wireprint {

/// Whether the postings of a version are kept; called once for each. Empty keeps all.
using KeepDoc = std::function<bool(DocId)>;

/// What a merge of these runs will hold, at most. `runs` are not empty, and made after one recipe.
[[nodiscard]] RunPlan plan_merge(std::span<const Run* const> runs);

/// Writes the postings of `runs` to `sink`, as one run. Each run's versions follow those of the one before it.
/// Errors: Damaged, and the sink's.
[[nodiscard]] Result<RunFooter> merge_runs(std::span<const Run* const> runs, const KeepDoc& keep, ByteSink sink);

}  // namespace wireprint
