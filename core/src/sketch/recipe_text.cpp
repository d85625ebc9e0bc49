#include "wireprint/sketch/recipe_text.hpp"

#include <fmt/format.h>
#include <simdjson.h>

namespace wireprint {
namespace {

constexpr std::string_view kSchema = "wireprint.recipe/1";

Error bad(std::string reason) { return {ErrorCode::BadInput, "recipe: " + std::move(reason)}; }

using Value = simdjson::dom::element;

template <class Number>
bool take(Value value, Number& number) {
  std::int64_t found = 0;
  if (value.get(found) != simdjson::SUCCESS) return false;
  number = static_cast<Number>(found);
  return static_cast<std::int64_t>(number) == found;
}

bool take(Value value, std::uint64_t& number) { return value.get(number) == simdjson::SUCCESS; }
bool take(Value value, double& number) { return value.get(number) == simdjson::SUCCESS; }

bool take(Value value, std::string& text) {
  std::string_view found;
  if (value.get(found) != simdjson::SUCCESS) return false;
  text = found;
  return true;
}

// Whether the field was understood; `known` says whether there is such a field.
bool take_field(std::string_view name, Value value, RunRecipe& run, bool& known) {
  Recipe& recipe = run.recipe;
  if (name == "text") return take(value, recipe.text);
  if (name == "unicode") return take(value, recipe.unicode);
  if (name == "shingle_words") return take(value, recipe.shingle_words);
  if (name == "seed") return take(value, recipe.seed);
  if (name == "minhash_slots") return take(value, recipe.minhash_slots);
  if (name == "sample_one_in") return take(value, recipe.sample_one_in);
  if (name == "sample_floor") return take(value, recipe.sample_floor);
  if (name == "spread_rate") return take(value, recipe.spread_rate);
  if (name == "banding_recall") return take(value, run.banding_recall);
  known = false;
  return false;
}

std::optional<Error> fill(const simdjson::dom::object& object, RunRecipe& run) {
  for (const auto& [name, value] : object) {
    if (name == "schema") continue;
    bool known = true;
    if (take_field(name, value, run, known)) continue;
    return bad(known ? fmt::format("field '{}' has a value of another type", name) : fmt::format("there is no field '{}'", name));
  }
  return std::nullopt;
}

}  // namespace

std::string to_text(const RunRecipe& run) {
  const Recipe& r = run.recipe;
  return fmt::format(
      "{{\n  \"schema\": \"{}\",\n  \"text\": \"{}\",\n  \"unicode\": \"{}\",\n  \"shingle_words\": {},\n  \"seed\": {},\n  \"minhash_slots\": {},\n"
      "  \"sample_one_in\": {},\n  \"sample_floor\": {},\n  \"spread_rate\": {},\n  \"banding_recall\": {}\n}}\n",
      kSchema, r.text, r.unicode, r.shingle_words, r.seed, r.minhash_slots, r.sample_one_in, r.sample_floor, r.spread_rate, run.banding_recall);
}

Result<RunRecipe> recipe_from_text(std::string_view text) {
  simdjson::dom::parser parser;
  simdjson::dom::object object;
  if (parser.parse(simdjson::padded_string(text)).get(object) != simdjson::SUCCESS) return fail(bad("it is no JSON object"));
  std::string_view schema;
  if (object["schema"].get(schema) != simdjson::SUCCESS || schema != kSchema) return fail(bad(fmt::format("its schema is not {}", kSchema)));
  RunRecipe run;
  if (auto fault = fill(object, run)) return fail(*fault);
  if (auto fault = fault_in(run.recipe)) return fail(*fault);
  if (!(run.banding_recall > 0 && run.banding_recall < 1)) return fail(invalid("banding_recall", run.banding_recall, "in (0, 1)"));
  return run;
}

}  // namespace wireprint
