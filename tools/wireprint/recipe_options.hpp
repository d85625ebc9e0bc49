// The options of every command that makes fingerprints: how they are made.
#pragma once

#include <CLI/CLI.hpp>
#include <optional>
#include <string>

#include "wireprint/base/result.hpp"
#include "wireprint/sketch/recipe_text.hpp"

namespace wireprint::command {

/// As the user gave them.
struct RecipeFlags {
  std::string file;
  std::optional<int> slots;
  std::optional<int> shingle;
  std::optional<double> recall;
};

void add_recipe(CLI::App* command, RecipeFlags& flags);

/// For commands that only read, and for an archive that is made: a recipe by its name, "ocr", or the usual one.
void add_recipe_name(CLI::App* command, std::string& name);
[[nodiscard]] Recipe recipe_named(const std::string& name);

/// --recipe FILE, where keep() would write it; empty where there is none, or none is named.
[[nodiscard]] std::string written_by(const RecipeFlags& flags);

/// What --recipe FILE holds, where there is such a file, or the recipe of that name, and what the other options say.
/// Errors: Incompatible for an option that contradicts the file, and for a file of another normaliser; those of
/// recipe_from_text(); Io for a file that cannot be read.
[[nodiscard]] Result<RunRecipe> resolve(const RecipeFlags& flags);

/// Writes `recipe` to --recipe FILE where there is no such file yet. Errors: Io.
[[nodiscard]] Result<void> keep(const RecipeFlags& flags, const RunRecipe& recipe);

}  // namespace wireprint::command
