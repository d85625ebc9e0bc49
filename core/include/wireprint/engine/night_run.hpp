// From what a batch did to the report of it.
//
// Functions read the view only; any thread.
#pragma once

#include <span>
#include <vector>

#include "wireprint/archive/article_store.hpp"
#include "wireprint/report/night_report.hpp"

namespace wireprint {

/// A record of the batch: what became of it, and the version that it is in the archive.
struct NightRecord {
  EventKind fate = EventKind::Skipped;
  DocId doc = kNoDoc;  ///< none for one that could not be read
  Location where = {};
  RecordPlace place = {};
};

/// `view` is the archive as the batch left it; `records` stand in the order of reading. A record that is the same version
/// as one before it is told as superseded; archived articles are references. The run's removals are the records that say
/// what was said before: in whose cluster the archive as the batch found it, or an earlier record, stands; and repeated ones.
[[nodiscard]] NightReport report_night(const StoreView& view, std::span<const NightRecord> records, std::vector<Event> events);

}  // namespace wireprint
