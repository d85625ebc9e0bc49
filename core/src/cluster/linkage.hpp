// Average linkage over a sparse graph.
#pragma once

#include <map>
#include <set>
#include <span>
#include <vector>

#include "wireprint/base/ids.hpp"

namespace wireprint {

/// Groups of nodes 0 to sizes.size() - 1; node i stands for sizes[i] articles.
class Linkage {
 public:
  explicit Linkage(std::vector<std::uint64_t> sizes);

  /// The nearness of each article of `a` to each of `b`.
  void connect(std::uint32_t a, std::uint32_t b, double nearness);

  /// Joins until no two groups are on average as near as `least`. The name of each node's group: its smallest node.
  [[nodiscard]] std::vector<std::uint32_t> join(double least);

 private:
  struct Pair {  // ordered so that the best comes first
    double average;
    std::uint32_t a;
    std::uint32_t b;
    bool operator<(const Pair& other) const;
  };
  [[nodiscard]] Pair pair_of(std::uint32_t a, std::uint32_t b) const;
  void merge(std::uint32_t kept, std::uint32_t gone);

  std::vector<std::uint64_t> sizes_;
  std::vector<std::map<std::uint32_t, double>> sums_;  // by group: to each neighbour, over all pairs of articles
  std::set<Pair> queue_;
  std::vector<std::uint32_t> group_;
};

}  // namespace wireprint
