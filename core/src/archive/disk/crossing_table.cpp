#include "archive/disk/crossing_table.hpp"

namespace wireprint {

CrossingTable CrossingTable::with(Days changes) const {
  if (changes.size() == 0) return *this;
  CrossingTable next;
  auto layer = layers_.begin();
  for (; layer != layers_.end() && (*layer)->size() < 2 * changes.size(); ++layer) {
    (*layer)->for_each([&](std::uint64_t shingle, Day day) {
      if (changes.find(shingle) == nullptr) changes[shingle] = day;
    });
  }
  next.layers_.push_back(std::make_shared<const Days>(std::move(changes)));
  next.layers_.insert(next.layers_.end(), layer, layers_.end());
  return next;
}

}  // namespace wireprint
