#include "wireprint/engine/removal.hpp"

#include <set>

namespace wireprint {

std::vector<std::string> keys_before(const StoreView& view, std::int64_t seconds, const std::optional<std::string>& outlet) {
  std::set<std::string> keys;
  for (DocId doc = 0; doc < view.docs(); ++doc) {
    const auto record = view.record(doc);
    if (!record || !record->published.known() || record->published.seconds >= seconds) continue;
    if (!outlet || record->outlet == *outlet) keys.insert(record->key.text);
  }
  return {keys.begin(), keys.end()};
}

}  // namespace wireprint
