// A story and the articles that carry its text.
//
// Plain values; any thread.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "wireprint/base/ids.hpp"
#include "wireprint/verify/match.hpp"

namespace wireprint {

/// What told the original from the members that may have been as early.
enum class OriginalBy : std::uint8_t { Time, Agency, Length, Tie };

/// "time", "agency", "length" or "tie".
[[nodiscard]] std::string_view name_of(OriginalBy by);

struct Member {
  ArticleId article = 0;
  Role role = Role::Original;  ///< towards the original
  Share copied;                ///< of this one's story words, those that stand in the original; the original's own: all
  Share kept;                  ///< of the original's story words, those that stand in this one
  std::optional<ArticleId> source = {};  ///< the earlier member that this one is nearest to; none for the original
  std::optional<Share> probability = {};  ///< that it is a copy of the original; none for the original
};

struct Cluster {
  std::vector<Member> members;  ///< two or more, by time, then key; undated ones last, by key
  ArticleId original = 0;
  OriginalBy original_by = OriginalBy::Time;
  Share weakest;  ///< the least probability (where one has none: nearness, see nearness_of) of the copies that hold the cluster together
  std::string id = {};  ///< in an archive, or where another article has the original's key; else empty: that key names the cluster
};

}  // namespace wireprint
