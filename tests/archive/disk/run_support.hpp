// Postings as news has them: some hashes held by many articles.
#pragma once

#include <algorithm>
#include <memory>
#include <string>
#include <vector>

#include "archive/disk/run.hpp"
#include "archive/disk/run_builder.hpp"
#include "support/random_sets.hpp"

namespace wireprint::test {

/// `count` or fewer, rising, of versions [first, first + docs).
inline std::vector<RunEntry> random_entries(std::size_t count, DocId first, std::uint32_t docs, Random& random) {
  std::vector<RunEntry> entries;
  std::uint64_t hash = 0;
  for (std::size_t i = 0; i < count; ++i) {
    const auto kind = static_cast<PostingKind>(random.below(3));
    if (i == 0 || random.below(3) != 0) hash = shortened(random());
    entries.push_back({hash, part_of(kind), first + static_cast<DocId>(random.below(docs))});
  }
  std::sort(entries.begin(), entries.end());
  entries.erase(std::unique(entries.begin(), entries.end()), entries.end());
  return entries;
}

inline Day day_of(DocId doc) { return static_cast<Day>(doc % 1000) - 200; }

/// Of versions [first, first + docs).
inline std::string run_bytes(const std::vector<RunEntry>& entries, DocId first, std::uint32_t docs) {
  RunPlan plan{.postings = {}, .first_doc = first, .last_doc = first + docs - 1};
  for (const auto& entry : entries) ++plan.postings[entry.part];
  std::vector<Day> days;
  for (std::uint32_t i = 0; i < docs; ++i) days.push_back(day_of(first + i));
  return build_run(plan, entries, days);
}

/// Owns a copy of `bytes`.
inline Result<Run> open_run(const std::string& bytes) {
  auto owner = std::make_shared<const std::string>(bytes);
  const std::string_view view = *owner;
  return Run::open(view, std::move(owner));
}

inline std::vector<RunEntry> all_entries(const Run& run) {
  std::vector<RunEntry> entries;
  RunScanner scanner(run);
  for (; scanner.peek() != nullptr; scanner.advance()) entries.push_back(*scanner.peek());
  return entries;
}

/// The versions in the list of a hash; nothing where the run is damaged.
inline std::optional<std::vector<DocId>> list_of(const Run& run, std::uint32_t part, std::uint64_t hash) {
  std::vector<DocId> docs;
  if (!run.visit(part, hash, [&](DocId doc) { docs.push_back(doc); })) return std::nullopt;
  return docs;
}

}  // namespace wireprint::test
