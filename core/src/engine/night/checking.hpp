// What an archive has of one article.
#pragma once

#include <memory>

#include "engine/night/night.hpp"
#include "engine/reading.hpp"
#include "wireprint/engine/archive.hpp"

namespace wireprint {

/// See Archive::check. Reads `view` only, and puts the texts that it compares into `kept`, if there is one; any thread.
[[nodiscard]] CheckAnswer check_article(std::shared_ptr<const StoreView> view, const NightRules& rules, ReadArticle query, const CheckOptions& options,
                                        KeptTexts* kept = nullptr);

}  // namespace wireprint
