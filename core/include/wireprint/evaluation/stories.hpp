// Which labelled pairs speak of the same articles, and so are not independent.
//
// Pure functions; callable from any thread.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "wireprint/evaluation/labels.hpp"

namespace wireprint {

/// For each pair the number of its story: pairs of one corpus that share an article, directly or through others, have the
/// same. Numbers count up from 0 in the order in which stories appear.
[[nodiscard]] std::vector<std::uint32_t> stories_of(std::span<const LabelledPair> pairs);

}  // namespace wireprint
