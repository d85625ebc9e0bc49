// Character references of HTML: &amp; &#8217; &#x2019;
//
// Callable from any thread.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace wireprint {

struct Entity {
  std::size_t length = 0;  ///< bytes in the source, with & and ;
  std::string text;        ///< what it stands for, UTF-8
};

/// The reference at the start of `text`, which begins with '&'. `nullopt` where there is none that HTML knows and that
/// ends with a semicolon: "R&D" and "&copy 2021" stay as they are.
[[nodiscard]] std::optional<Entity> entity_at(std::string_view text);

}  // namespace wireprint
