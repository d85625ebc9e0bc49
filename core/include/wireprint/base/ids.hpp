// Small numbers and exact ratios that every stage speaks of.
#pragma once

#include <cstdint>

namespace wireprint {

/// Position of an article in the run, from 0, in the order of reading. Outside a run an article is known by its key.
using ArticleId = std::uint32_t;

/// An exact share: `part` of `whole`. Decisions compare shares, never rounded figures.
struct Share {
  std::uint64_t part = 0;
  std::uint64_t whole = 0;

  /// In [0, 1]; of nothing, 0.
  [[nodiscard]] double value() const { return whole == 0 ? 0.0 : static_cast<double>(part) / static_cast<double>(whole); }

  friend bool operator==(const Share&, const Share&) = default;
};

}  // namespace wireprint
