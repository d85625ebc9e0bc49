// How many of the copies the indexes find, told by comparing a sample of articles with everything.
//
// Plain values; any thread.
#pragma once

#include <cstdint>
#include <string>

#include "wireprint/base/ids.hpp"
#include "wireprint/evaluation/accuracy.hpp"

namespace wireprint {

struct Certificate {
  std::uint64_t articles = 0;     ///< that are compared with others
  std::uint64_t sampled = 0;
  std::uint64_t with_copies = 0;  ///< of the sampled ones, those that have a copy anywhere
  std::uint64_t comparisons = 0;  ///< pairs that were compared on the text
  Share proposed;                 ///< of the copies of a sampled article that the proof finds among all, those that an index proposes
  Share joined;                   ///< of the same, those in one cluster with it
};

/// For people, with intervals of 95 % (Wilson 1927) for as many independent observations as there are sampled articles with
/// copies; ends with a line feed.
[[nodiscard]] std::string certificate_text(const Certificate& certificate);

/// Wilson's score interval of 95 % for a share that was seen in `observations` independent ones; of none, [0, 1].
[[nodiscard]] Interval wilson(double share, double observations);

}  // namespace wireprint
