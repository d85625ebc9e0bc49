// Sets that only ever merge; the smallest id names its set.
#pragma once

#include <numeric>
#include <utility>
#include <vector>

#include "wireprint/base/ids.hpp"

namespace wireprint {

class UnionFind {
 public:
  explicit UnionFind(std::size_t size) : parent_(size) { std::iota(parent_.begin(), parent_.end(), ArticleId{0}); }

  ArticleId find(ArticleId id) {
    while (parent_[id] != id) id = parent_[id] = parent_[parent_[id]];
    return id;
  }

  /// True when the two were apart.
  bool merge(ArticleId a, ArticleId b) {
    a = find(a), b = find(b);
    if (a == b) return false;
    parent_[std::max(a, b)] = std::min(a, b);
    return true;
  }

 private:
  std::vector<ArticleId> parent_;
};

}  // namespace wireprint
