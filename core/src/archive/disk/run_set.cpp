#include "archive/disk/run_set.hpp"

#include <fmt/format.h>

namespace wireprint {

std::optional<std::vector<Posting>> RunSet::postings(PostingKind kind, std::uint64_t hash, DayRange days) const {
  std::vector<Posting> list;
  bool whole = true;
  for (const auto& [number, in_row, run] : runs_) {
    whole = run->visit(part_of(kind), shortened(hash), [&](DocId doc) {
      const auto day = run->day(doc);
      whole = whole && day.has_value();
      if (day && days.contains(*day)) list.push_back({doc, *day});
    }) && whole;
    if (!whole) return std::nullopt;
  }
  return list;
}

std::string run_file_name(std::uint64_t number) { return fmt::format("{:06}.run", number); }

std::size_t merged_from(const std::vector<std::uint64_t>& sizes, std::uint64_t added) {
  std::size_t first = sizes.size();
  while (first > 0 && sizes[first - 1] < 2 * added) added += sizes[--first];
  return first;
}

}  // namespace wireprint
