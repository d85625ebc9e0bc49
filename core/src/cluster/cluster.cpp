#include "wireprint/cluster/cluster.hpp"

#include <cassert>

namespace wireprint {

std::string_view name_of(OriginalBy by) {
  switch (by) {
    case OriginalBy::Time: return "time";
    case OriginalBy::Agency: return "agency";
    case OriginalBy::Length: return "length";
    case OriginalBy::Tie: return "tie";
  }
  assert(false && "a choice of the original outside its enumeration");
  return {};
}

}  // namespace wireprint
