// What an archive has of one article.
#pragma once

#include <memory>

#include "engine/night/night.hpp"
#include "engine/reading.hpp"
#include "wireprint/engine/archive.hpp"

namespace wireprint {

/// See Archive::check. Reads `view` only; any thread.
[[nodiscard]] CheckAnswer check_article(std::shared_ptr<const StoreView> view, const NightRules& rules, ReadArticle query, const CheckOptions& options);

}  // namespace wireprint
