#include "cluster/linkage.hpp"

#include <algorithm>
#include <numeric>
#include <tuple>

namespace wireprint {

bool Linkage::Pair::operator<(const Pair& other) const { return std::tuple(-average, a, b) < std::tuple(-other.average, other.a, other.b); }

Linkage::Linkage(std::vector<std::uint64_t> sizes) : sizes_(std::move(sizes)), sums_(sizes_.size()), group_(sizes_.size()) {
  std::iota(group_.begin(), group_.end(), 0U);
}

void Linkage::connect(std::uint32_t a, std::uint32_t b, double nearness) {
  const double sum = nearness * static_cast<double>(sizes_[a] * sizes_[b]);
  sums_[a][b] = sums_[b][a] = sum;
}

Linkage::Pair Linkage::pair_of(std::uint32_t a, std::uint32_t b) const {
  const auto [first, second] = std::minmax(a, b);
  return {sums_[first].at(second) / static_cast<double>(sizes_[first] * sizes_[second]), first, second};
}

void Linkage::merge(std::uint32_t kept, std::uint32_t gone) {
  for (const auto& [neighbour, sum] : sums_[kept]) queue_.erase(pair_of(kept, neighbour));
  for (const auto& [neighbour, sum] : sums_[gone]) queue_.erase(pair_of(gone, neighbour));
  sums_[kept].erase(gone);
  sums_[gone].erase(kept);
  sizes_[kept] += sizes_[gone];
  for (const auto& [neighbour, sum] : sums_[gone]) {
    sums_[neighbour].erase(gone);
    sums_[neighbour][kept] = sums_[kept][neighbour] += sum;
  }
  sums_[gone].clear();
  for (const auto& [neighbour, sum] : sums_[kept]) queue_.insert(pair_of(kept, neighbour));
  group_[gone] = kept;
}

std::vector<std::uint32_t> Linkage::join(double least) {
  for (std::uint32_t a = 0; a < sums_.size(); ++a) {
    for (const auto& [b, sum] : sums_[a]) queue_.insert(pair_of(a, b));
  }
  while (!queue_.empty() && queue_.begin()->average >= least) {
    const Pair nearest = *queue_.begin();
    merge(nearest.a, nearest.b);
  }
  for (auto& group : group_) {  // a group's name is smaller than its nodes', so it is settled before them
    group = group_[group];
  }
  return group_;
}

}  // namespace wireprint
