// A recipe as a file that people can read: one JSON object, schema "wireprint.recipe/1".
//
// Pure functions; callable from any thread.
#pragma once

#include <string>
#include <string_view>

#include "wireprint/base/result.hpp"
#include "wireprint/sketch/recipe.hpp"

namespace wireprint {

/// Sixteen slots reach it.
inline constexpr double kBandingRecall = 0.97;

/// What a run is made with, beside the inputs: the recipe, and the recall of the banding where it is not the default.
struct RunRecipe {
  Recipe recipe;
  double banding_recall = kBandingRecall;  ///< in (0, 1): of pairs that resemble each other by 0.75, as many are grouped by banding

  friend bool operator==(const RunRecipe&, const RunRecipe&) = default;
};

/// One field a line, ending with a line feed.
[[nodiscard]] std::string to_text(const RunRecipe& recipe);

/// Fields that the text does not have keep their defaults.
/// Errors: BadInput for a text that is no such object, naming a field that is not known or of the wrong type;
/// InvalidArgument for a value out of its range.
[[nodiscard]] Result<RunRecipe> recipe_from_text(std::string_view text);

}  // namespace wireprint
