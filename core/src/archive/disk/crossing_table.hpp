// The crossing days of an epoch in memory: they are asked for every sampled shingle of every text that is compared.
//
// Immutable; safe for any number of threads.
#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "base/hash_table.hpp"
#include "wireprint/archive/records.hpp"

namespace wireprint {

class CrossingTable {
 public:
  using Days = HashTable<Day>;

  /// kNever for a shingle that does not cross.
  [[nodiscard]] Day of(std::uint64_t shingle) const {
    for (const auto& layer : layers_) {
      if (const Day* found = layer->find(shingle)) return *found;
    }
    return kNever;
  }

  /// This table after changes; what does not change is shared.
  [[nodiscard]] CrossingTable with(Days changes) const;

 private:
  std::vector<std::shared_ptr<const Days>> layers_;  // the newest first, each at most half as large as the next
};

}  // namespace wireprint
