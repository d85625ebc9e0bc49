// The JSON Schemas (draft 2020-12) of the lines.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

namespace wireprint {

/// The names that schema() knows: "annotation", "article", "bench", "check", "cluster", "event", "match", "record", "removed", "score", "stats".
[[nodiscard]] std::vector<std::string_view> schema_names();

/// The schema of `name`, or nothing for a name that is not known. Lives as long as the program.
[[nodiscard]] std::optional<std::string_view> schema(std::string_view name);

}  // namespace wireprint
