#include "archive/run_merge.hpp"

#include <algorithm>
#include <cassert>

namespace wireprint {
namespace {

using Scanners = std::vector<RunScanner>;

// Few runs are merged at a time, so the least is looked for one by one.
RunScanner* least_of(Scanners& scanners) {
  RunScanner* least = nullptr;
  for (auto& scanner : scanners) {
    if (scanner.peek() != nullptr && (least == nullptr || *scanner.peek() < *least->peek())) least = &scanner;
  }
  return least;
}

std::optional<Error> merge_into(RunBuilder& builder, Scanners& scanners, const KeepArticle& keep) {
  std::optional<Posting> previous;
  while (RunScanner* least = least_of(scanners)) {
    const Posting posting = *least->peek();
    least->advance();
    if (previous == posting || (keep && !keep(posting.article))) continue;
    if (auto error = builder.add(posting)) return error;
    previous = posting;
  }
  return std::nullopt;
}

}  // namespace

RunPlan plan_merge(std::span<const Run* const> runs) {
  assert(!runs.empty() && "something to merge");
  RunPlan plan{.bound = runs.front()->footer().segments[1].first, .first_article = ~std::uint32_t{0}};
  for (const Run* run : runs) {
    const RunFooter& footer = run->footer();
    assert(footer.segments[1].first == plan.bound && "made after one recipe");
    plan.postings_below += footer.segments[0].postings;
    plan.postings_above += footer.segments[1].postings;
    plan.first_article = std::min(plan.first_article, footer.first_article);
    plan.last_article = std::max(plan.last_article, footer.last_article);
  }
  return plan;
}

Result<RunFooter> merge_runs(std::span<const Run* const> runs, const KeepArticle& keep, ByteSink sink) {
  Scanners scanners;
  for (const Run* run : runs) scanners.emplace_back(*run);
  RunBuilder builder(plan_merge(runs), std::move(sink));
  if (auto error = merge_into(builder, scanners, keep)) return fail(*error);
  if (!std::all_of(scanners.begin(), scanners.end(), [](const RunScanner& s) { return s.ok(); })) {
    return fail({ErrorCode::Damaged, "run of postings: a bucket of one that is merged is none, or not as its checksum says"});
  }
  return builder.finish();
}

}  // namespace wireprint
