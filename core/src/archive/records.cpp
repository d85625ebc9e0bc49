#include "wireprint/archive/records.hpp"

#include <cassert>

namespace wireprint {

std::string_view name_of(EventKind kind) {
  switch (kind) {
    case EventKind::New: return "new";
    case EventKind::Joined: return "joined";
    case EventKind::Merged: return "merged";
    case EventKind::Split: return "split";
    case EventKind::Moved: return "moved";
    case EventKind::Version: return "version";
    case EventKind::Unchanged: return "unchanged";
    case EventKind::Removed: return "removed";
    case EventKind::Skipped: return "skipped";
  }
  assert(false && "an event outside its enumeration");
  return {};
}

}  // namespace wireprint
