// Which member of a cluster the others were copied from.
//
// Pure functions; callable from any thread.
#pragma once

#include <span>
#include <string_view>

#include "wireprint/article/timestamp.hpp"
#include "wireprint/cluster/cluster.hpp"

namespace wireprint {

/// What is known of an article when its part in a cluster is decided.
struct ArticleFacts {
  Timestamp published;
  std::string_view key;
  bool agency_own = false;        ///< the outlet is an agency
  std::uint32_t story_words = 0;  ///< when furniture by pattern is taken off
};

/// By time, then key; undated ones last.
[[nodiscard]] bool earlier(const ArticleFacts& a, const ArticleFacts& b);

struct OriginalChoice {
  std::size_t position = 0;  ///< in the members
  OriginalBy by = OriginalBy::Time;
};

/// Dates are intervals by their precision. Left are the members that no other one lies wholly before (undated ones only
/// when all are); of them an agency's own article, else the longest story, else the smallest key. `members` not empty.
[[nodiscard]] OriginalChoice choose_original(std::span<const ArticleFacts> members);

}  // namespace wireprint
