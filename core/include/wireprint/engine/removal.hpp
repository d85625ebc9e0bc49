// Which articles a licence that ends takes along.
//
// Functions read the view only; any thread.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "wireprint/archive/article_store.hpp"

namespace wireprint {

/// Articles with a version that was published before `seconds` (since 1970, UTC), of one outlet where one is named; by key.
/// An undated one is never meant.
[[nodiscard]] std::vector<std::string> keys_before(const StoreView& view, std::int64_t seconds, const std::optional<std::string>& outlet);

}  // namespace wireprint
