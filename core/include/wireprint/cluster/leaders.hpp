// Nearly identical texts are contracted into groups before anything else, so that ten thousand prints of one text cost
// near-linear time.
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <utility>
#include <vector>

#include "wireprint/base/executor.hpp"
#include "wireprint/base/ids.hpp"

namespace wireprint {

struct Groups {
  std::vector<ArticleId> leader;  ///< by id: the earliest of its group; itself where it is alone
  std::vector<std::pair<ArticleId, ArticleId>> apart;  ///< a leader, and the later one that was asked about it and leads too; by the later
  std::uint64_t comparisons = 0;  ///< pairs that were asked
};

/// A text meets so many texts of each bucket, those just before it: prints of one text are near in time.
inline constexpr std::size_t kTextsMet = 32;

/// `buckets` hold ids in ascending order, an id being a position in the order of time. Each text is asked about the
/// leaders of the texts that it meets, in the order of time, and joins the first that it is nearly identical to; it never
/// joins through another member, so a group does not drift. `nearly_identical(leader, id)` is called from several threads.
/// The result depends on the set of texts alone, and what becomes of a text on those that it meets.
[[nodiscard]] Groups find_groups(std::size_t texts, std::span<const std::vector<ArticleId>> buckets,
                                 const std::function<bool(ArticleId, ArticleId)>& nearly_identical, const Executor& executor);

}  // namespace wireprint
