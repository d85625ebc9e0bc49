// Which articles stand in one cluster, given the copies among them.
//
// Pure functions; callable from any thread.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "wireprint/base/ids.hpp"

namespace wireprint {

/// A proven copy: `nearness` is in (0, 1], `probability` that it is one (see probability_of), where it was judged on texts.
struct Edge {
  ArticleId a = 0;
  ArticleId b = 0;
  Share nearness;
  std::optional<Share> probability = {};
};

/// Articles of one story.
struct Component {
  std::vector<ArticleId> members;  ///< two or more, ascending
  Share weakest;                   ///< the least probability in the maximum spanning tree; nearness where an edge has no probability
};

/// Two groups join only while they are on average so near, pairs without an edge counting 0.
inline constexpr double kLeastLinkage = 0.25;

/// Connected components, then average linkage inside each (Sokal, Michener 1958): always the two groups with the
/// greatest average nearness are joined, at a tie those with the smaller ids. So a chain of versions, or one weak edge,
/// does not drag two stories together. `leader[id]` is the earliest of the nearly identical texts that `id` belongs to;
/// these stand and fall together, and count as many. Edges between members of one group, and between leaders.
/// The components, by their first member. Depends on the set of edges alone.
[[nodiscard]] std::vector<Component> find_components(std::span<const ArticleId> leader, std::span<const Edge> edges);

}  // namespace wireprint
