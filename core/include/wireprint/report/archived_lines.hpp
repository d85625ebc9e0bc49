// The line of a version as an archive keeps it: it can be read as input again.
//
// Pure; callable from any thread.
#pragma once

#include <cstdint>
#include <string>

#include "wireprint/article/article.hpp"

namespace wireprint {

/// wireprint.record/1, without its line feed. Without text, its body, headline and all that stands beside them is null.
[[nodiscard]] std::string record_line(const Article& article, std::uint32_t version, bool has_text);

}  // namespace wireprint
