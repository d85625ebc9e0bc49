// What a batch changed in an archive: the steps by which another database follows it.
//
// Plain values; any thread.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "wireprint/article/article.hpp"
#include "wireprint/verify/match.hpp"

namespace wireprint {

enum class EventKind : std::uint8_t {
  New,        ///< an article came, and stands in a new cluster
  Joined,     ///< an article came, and joined a cluster
  Merged,     ///< the members of the clusters `from` stand in `cluster` now, whose aliases their ids became
  Split,      ///< `cluster` is new, and made of members of `from`; each of them has its Moved
  Moved,      ///< an article stands in `cluster` now, and stood in `from`; or its role there is another now
  Version,    ///< a newer version of an article came
  Unchanged,  ///< an article came again as it was
  Removed,    ///< an article is gone
  Skipped     ///< a record carried no story, or could not be read
};

/// "new", "joined", "merged", "split", "moved", "version", "unchanged", "removed" or "skipped".
[[nodiscard]] std::string_view name_of(EventKind kind);

struct Event {
  std::uint64_t seq = 0;  ///< from 1, without a gap; 0 for what changed nothing and was not stored (Unchanged, Skipped)
  EventKind kind = EventKind::New;
  Key key;                        ///< empty where a cluster as a whole is meant, or a record had none
  std::string cluster;            ///< where the article stands now, or the cluster that is meant; empty for none
  std::vector<std::string> from;  ///< clusters, see EventKind
  Key original;                   ///< of `cluster` as the batch left it; empty for none
  std::optional<Role> role;       ///< of the article in `cluster`
};

}  // namespace wireprint
