// Which articles stand in one cluster, given the copies among them.
//
// Pure functions; callable from any thread.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "wireprint/base/ids.hpp"
#include "wireprint/verify/match.hpp"

namespace wireprint {

/// Articles of one story.
struct Component {
  std::vector<ArticleId> members;  ///< two or more, ascending
  Share weakest;                   ///< the least share of the shorter story among the edges that hold it together
};

/// What of the shorter story stands in the other.
[[nodiscard]] Share strength_of(const Match& copy);

/// `copies` are matches with the verdict Copy between ids below `articles`. The components, by their first member.
[[nodiscard]] std::vector<Component> find_components(std::size_t articles, std::span<const Match> copies);

}  // namespace wireprint
