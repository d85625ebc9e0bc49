// Several runs made into one.
#pragma once

#include <functional>
#include <span>

#include "archive/run.hpp"
#include "archive/run_builder.hpp"

namespace wireprint {

/// Whether an article's postings are kept; called once for each posting. Empty keeps all.
using KeepArticle = std::function<bool(std::uint32_t)>;

/// What a merge of these runs will hold, at most. `runs` are not empty.
[[nodiscard]] RunPlan plan_merge(std::span<const Run* const> runs);

/// Writes all postings of `runs`, in order, to `sink`. A posting that several hold is written once.
/// Errors: Damaged, and the sink's.
[[nodiscard]] Result<RunFooter> merge_runs(std::span<const Run* const> runs, const KeepArticle& keep, ByteSink sink);

}  // namespace wireprint
