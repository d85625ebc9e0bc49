#include "recipe_options.hpp"

#include <fmt/format.h>

#include <filesystem>
#include <fstream>
#include <sstream>

#include "output.hpp"
#include "wireprint/text/tokenizer.hpp"

namespace wireprint::command {
namespace {

constexpr const char* kOcr = "ocr";

Result<std::string> read_file(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream text;
  text << file.rdbuf();
  if (!file || !text) return fail(Error{ErrorCode::Io, "it cannot be read", {path}});
  return std::move(text).str();
}

Result<RunRecipe> read_recipe(const std::string& path) {
  auto text = read_file(path);
  if (!text) return fail(text.error());
  auto recipe = recipe_from_text(*text);
  if (!recipe) {
    recipe.error().where.file = path;
    return recipe;
  }
  Recipe ours = recipe->recipe;
  ours.text = is_by_letters(ours) ? kLettersText : kWordsText;
  ours.unicode = unicode_version();
  if (recipe->recipe.unicode.empty()) recipe->recipe.unicode = ours.unicode;
  if (auto differs = incompatibility(ours, recipe->recipe)) {
    differs->where.file = path;
    return fail(*differs);
  }
  return recipe;
}

// A name goes before a file of that name, which "./ocr" still reaches.
bool is_name(const std::string& recipe) { return recipe == kOcr; }

bool is_file(const std::string& recipe) { return !recipe.empty() && !is_name(recipe) && std::filesystem::exists(recipe); }

// `in_file` says whether the value comes from a file: then an option may only repeat it.
template <class T>
std::optional<Error> set(std::string_view option, const std::optional<T>& given, bool in_file, T& value) {
  if (!given || *given == value) return std::nullopt;
  if (in_file) return Error{ErrorCode::Incompatible, fmt::format("{} is {}, but the recipe's file says {}", option, *given, value)};
  value = *given;
  return std::nullopt;
}

}  // namespace

void add_recipe(CLI::App* command, RecipeFlags& flags) {
  const std::string group = "Recipe";
  command->add_option("--recipe", flags.file, "Read the recipe here; where there is no such file, write the one of this run. 'ocr' is for text that a scanner read")
      ->type_name("FILE|ocr")
      ->group(group);
  command->add_option("--slots", flags.slots, "Slots of a MinHash: a power of two, 16 to 1024")->type_name("N")->group(group);
  command->add_option("--shingle", flags.shingle, "Words of a shingle, 1 to 32")->type_name("N")->group(group);
  command->add_option("--recall", flags.recall, "Of pairs that resemble each other by 0.75, banding finds so many, in (0, 1)")
      ->type_name("SHARE")
      ->group(group);
}

void add_recipe_name(CLI::App* command, std::string& name) {
  command->add_option("--recipe", name, "'ocr' is for text that a scanner read")->check(CLI::IsMember({kOcr}).description(""))->type_name("ocr");
}

Recipe recipe_named(const std::string& name) {
  Recipe recipe = is_name(name) ? ocr_recipe() : Recipe{};
  recipe.unicode = unicode_version();
  return recipe;
}

Result<RunRecipe> resolve(const RecipeFlags& flags) {
  RunRecipe run;
  run.recipe = recipe_named(flags.file);
  const bool in_file = is_file(flags.file);
  if (in_file) {
    auto read = read_recipe(flags.file);
    if (!read) return read;
    run = std::move(*read);
  }
  if (auto error = set("--slots", flags.slots, in_file, run.recipe.minhash_slots)) return fail(*error);
  if (auto error = set("--shingle", flags.shingle, in_file, run.recipe.shingle_words)) return fail(*error);
  if (auto error = set("--recall", flags.recall, in_file, run.banding_recall)) return fail(*error);
  if (auto fault = fault_in(run.recipe)) return fail(*fault);
  return run;
}

std::string written_by(const RecipeFlags& flags) { return is_name(flags.file) || is_file(flags.file) ? std::string() : flags.file; }

Result<void> keep(const RecipeFlags& flags, const RunRecipe& recipe) {
  if (written_by(flags).empty()) return {};
  auto output = Output::open(flags.file);
  if (!output) return fail(output.error());
  output->write(to_text(recipe));
  return output->finish();
}

}  // namespace wireprint::command
