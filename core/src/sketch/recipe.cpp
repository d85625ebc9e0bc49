#include "wireprint/sketch/recipe.hpp"

#include <fmt/format.h>

#include <bit>

namespace wireprint {
namespace {

template <class T>
std::optional<Error> differs(std::string_view field, const T& ours, const T& theirs) {
  if (ours == theirs) return std::nullopt;
  return Error{ErrorCode::Incompatible, fmt::format("recipes differ in {}: {} here, {} there", field, ours, theirs)};
}

}  // namespace

Recipe ocr_recipe() {
  Recipe recipe;
  recipe.text = kLettersText;
  recipe.shingle_words = 1;  // a word's letters reach into the next
  recipe.sample_one_in = 2;
  recipe.sample_floor = 64;
  return recipe;
}

std::optional<Error> fault_in(const Recipe& recipe) {
  if (recipe.shingle_words < 1 || recipe.shingle_words > 32) return invalid("shingle_words", recipe.shingle_words, "1 to 32");
  const auto slots = static_cast<unsigned>(recipe.minhash_slots);
  if (recipe.minhash_slots < 16 || slots > 1024 || !std::has_single_bit(slots)) {
    return invalid("minhash_slots", recipe.minhash_slots, "a power of two, 16 to 1024");
  }
  if (recipe.sample_one_in < 1) return invalid("sample_one_in", recipe.sample_one_in, "at least 1");
  if (recipe.sample_floor < 1) return invalid("sample_floor", recipe.sample_floor, "at least 1");
  if (recipe.spread_rate < 1) return invalid("spread_rate", recipe.spread_rate, "at least 1");
  return std::nullopt;
}

std::optional<Error> incompatibility(const Recipe& ours, const Recipe& theirs) {
  if (auto e = differs("text", ours.text, theirs.text)) return e;
  if (auto e = differs("unicode", ours.unicode, theirs.unicode)) return e;
  if (auto e = differs("shingle_words", ours.shingle_words, theirs.shingle_words)) return e;
  if (auto e = differs("seed", ours.seed, theirs.seed)) return e;
  if (auto e = differs("minhash_slots", ours.minhash_slots, theirs.minhash_slots)) return e;
  if (auto e = differs("sample_one_in", ours.sample_one_in, theirs.sample_one_in)) return e;
  if (auto e = differs("sample_floor", ours.sample_floor, theirs.sample_floor)) return e;
  return differs("spread_rate", ours.spread_rate, theirs.spread_rate);
}

}  // namespace wireprint
