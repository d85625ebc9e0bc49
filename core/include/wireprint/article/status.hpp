// What became of an article.
#pragma once

#include <cstdint>
#include <string_view>

namespace wireprint {

enum class Status : std::uint8_t {
  Ok,
  Short,       ///< fewer words than one shingle; compared whole
  Empty,       ///< no word at all
  NoContent,   ///< nothing but furniture
  Superseded,  ///< an older version under the same key
  Error        ///< could not be read as an article
};

/// "ok", "short", "empty", "no_content", "superseded" or "error".
[[nodiscard]] std::string_view name_of(Status status);

}  // namespace wireprint
