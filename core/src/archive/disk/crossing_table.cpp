#include "archive/disk/crossing_table.hpp"

namespace wireprint {

CrossingTable CrossingTable::with(Days changes) const {
  CrossingTable next;
  if (changes.empty()) return *this;
  auto layer = layers_.begin();
  for (; layer != layers_.end() && (*layer)->size() < 2 * changes.size(); ++layer) changes.insert((*layer)->begin(), (*layer)->end());
  next.layers_.push_back(std::make_shared<const Days>(std::move(changes)));
  next.layers_.insert(next.layers_.end(), layer, layers_.end());
  return next;
}

}  // namespace wireprint
