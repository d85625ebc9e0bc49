#include "wireprint/verify/prepared_text.hpp"

#include <algorithm>
#include <optional>

#include "wireprint/sketch/sample.hpp"
#include "wireprint/sketch/shingles.hpp"

namespace wireprint {
namespace {

struct SampledShingle {
  std::size_t begin;  // first token
  std::size_t end;
  Day crossing;
};

std::vector<SampledShingle> sampled_shingles(const std::vector<std::uint64_t>& shingles, std::size_t tokens, const Recipe& recipe,
                                             const CrossingDays& spread) {
  const auto sample = sample_shingles(shingles, recipe.sample_one_in, recipe.sample_floor);
  const std::uint64_t largest = sample.empty() ? 0 : sample.back();
  const std::size_t width = tokens - shingles.size() + 1;
  std::vector<SampledShingle> found;
  for (std::size_t i = 0; i < shingles.size(); ++i) {
    if (shingles[i] <= largest) found.push_back({i, i + width, spread.of(shingles[i])});
  }
  return found;
}

std::vector<Day> recurring_from(const std::vector<SampledShingle>& sampled, std::size_t tokens) {
  std::vector<Day> from(tokens, kNever);
  if (sampled.empty()) return from;
  std::size_t left = 0;   // last that begins at the word or before it
  std::size_t right = 0;  // first that ends behind the word
  for (std::size_t word = 0; word < tokens; ++word) {
    while (left + 1 < sampled.size() && sampled[left + 1].begin <= word) ++left;
    while (right + 1 < sampled.size() && sampled[right].end <= word) ++right;
    from[word] = std::max(sampled[left].crossing, sampled[right].crossing);
  }
  return from;
}

}  // namespace

PreparedText prepare_text(std::string_view body, TokenStream tokens, const Recipe& recipe, const CrossingDays& spread) {
  PreparedText text{body, std::move(tokens), {}, {}};
  hash_shingles(text.tokens.hashes, recipe.shingle_words, recipe.seed, text.distinct_shingles);
  text.recurring_from = recurring_from(sampled_shingles(text.distinct_shingles, text.tokens.size(), recipe, spread), text.tokens.size());
  make_distinct(text.distinct_shingles);
  return text;
}

Story story_of(const PreparedText& text, Day horizon, const Recipe& recipe) {
  Story story;
  for (std::uint32_t i = 0; i < text.tokens.size(); ++i) {
    if (text.tokens.kinds[i] != FurnitureKind::Story || text.recurring_from[i] <= horizon) continue;
    story.positions.push_back(i);
    story.words.push_back(text.tokens.hashes[i]);
  }
  hash_shingles(story.words, recipe.shingle_words, recipe.seed, story.distinct_shingles);
  make_distinct(story.distinct_shingles);
  return story;
}

}  // namespace wireprint
