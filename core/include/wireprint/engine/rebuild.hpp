// An archive judged again from its texts, by this version's recipe and rules.
#pragma once

#include <cstdint>
#include <functional>

#include "wireprint/archive/article_store.hpp"
#include "wireprint/engine/archive.hpp"

namespace wireprint {

struct RebuildReport {
  std::uint64_t versions = 0;  ///< that were judged again
  std::uint64_t without_text = 0;  ///< that could not be, because their text was removed: they are left behind
};

/// Adds every version that `old` holds, in the order in which they came, to `archive`, which is empty and stands on `store`;
/// then gives the clusters back the ids, aliases and history that they had. A cluster goes on under the id of the one
/// whose original it holds now, at several the oldest, of which the others become aliases. What the new archive tells of
/// this is told by its events. `progress` is called with the versions done. Errors: Incompatible for an archive that keeps
/// no text; those of the stores.
[[nodiscard]] Result<RebuildReport> rebuild(const StoreView& old, bool keeps_text, ArticleStore& store, Archive& archive,
                                            const std::function<void(std::uint64_t)>& progress = {});

}  // namespace wireprint
