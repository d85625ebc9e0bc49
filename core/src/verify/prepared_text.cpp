#include "wireprint/verify/prepared_text.hpp"

#include <algorithm>

#include "wireprint/sketch/sample.hpp"
#include "wireprint/sketch/shingles.hpp"
#include "wireprint/text/tokenizer.hpp"

namespace wireprint {
namespace {

struct SampledShingle {
  std::size_t begin;  // first token
  std::size_t end;
  Day crossing;
};

std::vector<SampledShingle> sampled_shingles(const std::vector<std::uint64_t>& shingles, std::size_t tokens, const Recipe& recipe,
                                             const CrossingOf& crossing) {
  const auto sample = sample_shingles(shingles, recipe.sample_one_in, recipe.sample_floor);
  const std::uint64_t largest = sample.empty() ? 0 : sample.back();
  const std::size_t width = tokens - shingles.size() + 1;
  std::vector<SampledShingle> found;
  for (std::size_t i = 0; i < shingles.size(); ++i) {
    if (shingles[i] <= largest) found.push_back({i, i + width, crossing(shingles[i])});
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

std::vector<Seed> sorted_seeds(const std::vector<std::uint64_t>& shingles) {
  std::vector<Seed> seeds;
  seeds.reserve(shingles.size());
  for (std::uint32_t i = 0; i < shingles.size(); ++i) seeds.push_back({shingles[i], i});
  std::sort(seeds.begin(), seeds.end());
  return seeds;
}

}  // namespace

std::vector<Seed> seeds_of(std::span<const std::uint64_t> words, const Recipe& recipe) {
  std::vector<std::uint64_t> shingles;
  hash_shingles(words, recipe.shingle_words, recipe.seed, shingles);
  return sorted_seeds(shingles);
}

std::vector<std::uint64_t> headline_words(std::string_view headline) {
  const TokenStream tokens = tokenize(headline);
  std::vector<std::uint64_t> words;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    if ((tokens.flags[i] & kNumber) == 0) words.push_back(tokens.hashes[i]);
  }
  make_distinct(words);
  return words;
}

Share headline_likeness(std::span<const std::uint64_t> a, std::span<const std::uint64_t> b) {
  const std::uint64_t common = count_common(a, b);
  return {common, a.size() + b.size() - common};
}

PreparedText prepare_text(std::string_view body, TokenStream tokens, std::string_view headline, const Recipe& recipe,
                          const CrossingDays& spread) {
  return prepare_text(body, std::move(tokens), headline, recipe, [&](std::uint64_t shingle) { return spread.of(shingle); });
}

PreparedText prepare_text(std::string_view body, TokenStream tokens, std::string_view headline, const Recipe& recipe, const CrossingOf& crossing) {
  PreparedText text;
  text.body = body;
  text.tokens = std::move(tokens);
  text.headline = headline_words(headline);
  text.vocabulary = text.tokens.hashes;
  make_distinct(text.vocabulary);

  std::vector<std::uint64_t> shingles;
  hash_shingles(text.tokens.hashes, recipe.shingle_words, recipe.seed, shingles);
  text.seeds = sorted_seeds(shingles);
  text.recurring_from = recurring_from(sampled_shingles(shingles, text.tokens.size(), recipe, crossing), text.tokens.size());
  return text;
}

StoryMask story_of(const PreparedText& text, Day horizon) {
  const std::size_t tokens = text.tokens.size();
  StoryMask mask{std::vector<std::uint8_t>(tokens, 0), std::vector<std::uint8_t>(text.seeds.size(), 0), 0};
  std::size_t run = 0;
  for (std::size_t i = 0; i < tokens; ++i) {
    const bool story = text.tokens.kinds[i] == FurnitureKind::Story && text.recurring_from[i] > horizon;
    mask.words[i] = story ? 1 : 0;
    mask.count += story ? 1U : 0U;
    run = story ? run + 1 : 0;
    if (run >= text.shingle_width()) mask.shingles[i + 1 - text.shingle_width()] = 1;
  }
  return mask;
}

}  // namespace wireprint
