// The table of furniture, compiled.
//
// Built once, on first use; immutable after that, and every function may be called from any thread.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "text/furniture_table.hpp"

namespace wireprint {

/// A rule that fits, and what of the text it takes.
struct FurnitureHit {
  const FurnitureRule* rule = nullptr;
  std::string_view taken;  ///< a part of the text that was searched
};

/// The first rule of the table that takes all of `paragraph` in one of `places`.
[[nodiscard]] const FurnitureRule* rule_for_whole(std::string_view paragraph, std::uint8_t places);

/// The rule that takes most from the start of `text`.
[[nodiscard]] std::optional<FurnitureHit> furniture_at_start(std::string_view text);

/// The rule that takes most from the end of `text`.
[[nodiscard]] std::optional<FurnitureHit> furniture_at_end(std::string_view text);

/// What stands inside `text`, in the order of the table. A word begins furniture only where a sentence could begin.
[[nodiscard]] std::vector<FurnitureHit> furniture_inside(std::string_view text);

}  // namespace wireprint
