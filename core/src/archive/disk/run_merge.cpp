#include "archive/disk/run_merge.hpp"

#include <algorithm>
#include <cassert>

namespace wireprint {
namespace {

using Scanners = std::vector<RunScanner>;

Error damaged(const char* what) { return {ErrorCode::Damaged, std::string("run of postings: ") + what}; }

// Few runs are merged at a time, so the least is looked for one by one.
RunScanner* least_of(Scanners& scanners) {
  RunScanner* least = nullptr;
  for (auto& scanner : scanners) {
    if (scanner.peek() != nullptr && (least == nullptr || *scanner.peek() < *least->peek())) least = &scanner;
  }
  return least;
}

std::optional<Error> merge_into(RunBuilder& builder, Scanners& scanners, const KeepDoc& keep) {
  while (RunScanner* least = least_of(scanners)) {
    const RunEntry entry = *least->peek();
    least->advance();
    if (keep && !keep(entry.doc)) continue;
    if (auto error = builder.add(entry)) return error;
  }
  const bool whole = std::all_of(scanners.begin(), scanners.end(), [](const RunScanner& s) { return s.ok(); });
  return whole ? std::nullopt : std::optional(damaged("a bucket of one that is merged is not as its checksum says"));
}

Result<std::vector<Day>> days_of(std::span<const Run* const> runs) {
  std::vector<Day> days;
  for (const Run* run : runs) {
    for (std::uint64_t i = 0; i < run->footer().docs(); ++i) {
      const auto day = run->day(static_cast<DocId>(run->footer().first_doc + i));
      if (!day) return fail(damaged("a day of one that is merged is not as its checksum says"));
      days.push_back(*day);
    }
  }
  return days;
}

}  // namespace

RunPlan plan_merge(std::span<const Run* const> runs) {
  assert(!runs.empty() && "something to merge");
  RunPlan plan{.postings = {}, .first_doc = runs.front()->footer().first_doc, .last_doc = runs.back()->footer().last_doc};
  for (const Run* run : runs) {
    for (std::size_t part = 0; part < kRunParts; ++part) plan.postings[part] += run->footer().parts[part].postings;
  }
  return plan;
}

Result<RunFooter> merge_runs(std::span<const Run* const> runs, const KeepDoc& keep, ByteSink sink) {
  Scanners scanners;
  for (const Run* run : runs) scanners.emplace_back(*run);
  const auto days = days_of(runs);
  if (!days) return fail(days.error());
  const RunPlan plan = plan_merge(runs);
  if (days->size() != std::uint64_t{plan.last_doc} - plan.first_doc + 1) return fail(damaged("the versions of two that are merged do not follow each other"));
  RunBuilder builder(plan, std::move(sink));
  if (auto error = merge_into(builder, scanners, keep)) return fail(*error);
  return builder.finish(*days);
}

}  // namespace wireprint
