#include "wireprint/verify/prepared_text.hpp"

#include <algorithm>
#include <bit>
#include <numeric>
#include <utility>

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

// Sampled shingles on either side of a word that have to be furniture for it to be. A phrase that many texts share holds
// several shingles of letters.
std::size_t shingles_beside(const Recipe& recipe) { return is_by_letters(recipe) ? 3 : 1; }

// The latest crossing day of `beside` neighbours from `sampled[at]` on, in steps of `step`.
Day latest(const std::vector<SampledShingle>& sampled, std::size_t at, std::ptrdiff_t step, std::size_t beside) {
  Day day = sampled[at].crossing;
  for (std::size_t i = 1; i < beside; ++i) {
    at += static_cast<std::size_t>(step);
    if (at >= sampled.size()) break;  // also behind the first, where the place wraps around
    day = std::max(day, sampled[at].crossing);
  }
  return day;
}

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

std::vector<Day> recurring_from(const std::vector<SampledShingle>& sampled, std::size_t tokens, std::size_t beside) {
  std::vector<Day> from(tokens, kNever);
  if (sampled.empty()) return from;
  std::size_t left = 0;   // last that begins at the word or before it
  std::size_t right = 0;  // first that ends behind the word
  for (std::size_t word = 0; word < tokens; ++word) {
    while (left + 1 < sampled.size() && sampled[left + 1].begin <= word) ++left;
    while (right + 1 < sampled.size() && sampled[right].end <= word) ++right;
    from[word] = std::max(latest(sampled, left, -1, beside), latest(sampled, right, 1, beside));
  }
  return from;
}

struct SortedSeeds {
  std::vector<Seed> seeds;
  std::vector<std::uint32_t> parts;  // where each begins
};

// Shingles are well-mixed hashes, so their first bits share them out evenly: with as many parts as there are shingles, a
// counting sort by those leaves hardly anything to sort.
SortedSeeds sorted_seeds(const std::vector<std::uint64_t>& shingles) {
  if (shingles.empty()) return {};
  const int bits = std::bit_width(shingles.size());
  const auto part_of = [shift = 64 - bits](std::uint64_t shingle) { return static_cast<std::size_t>(shingle >> shift); };
  std::vector<std::uint32_t> ends(std::size_t{1} << bits, 0);
  for (const std::uint64_t shingle : shingles) ++ends[part_of(shingle)];
  for (std::uint32_t part = 0, sum = 0; part < ends.size(); ++part) sum = ends[part] += sum;

  std::vector<Seed> seeds(shingles.size());
  for (auto place = static_cast<std::uint32_t>(shingles.size()); place-- > 0;) seeds[--ends[part_of(shingles[place])]] = {shingles[place], place};
  for (std::size_t part = 0; part < ends.size(); ++part) {  // what was an end is a begin now
    const std::size_t end = part + 1 < ends.size() ? ends[part + 1] : seeds.size();
    if (end - ends[part] > 1) std::sort(seeds.begin() + ends[part], seeds.begin() + static_cast<std::ptrdiff_t>(end));
  }
  return {std::move(seeds), std::move(ends)};
}

std::uint32_t count_distinct(const std::vector<Seed>& seeds) {
  std::uint32_t count = seeds.empty() ? 0 : 1;
  for (std::size_t i = 1; i < seeds.size(); ++i) count += seeds[i].shingle != seeds[i - 1].shingle ? 1U : 0U;
  return count;
}

}  // namespace

std::vector<Seed> seeds_of(std::span<const std::uint64_t> words, const Recipe& recipe) {
  std::vector<std::uint64_t> shingles;
  hash_shingles(words, recipe.shingle_words, recipe.seed, shingles);
  return sorted_seeds(shingles).seeds;
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
  PreparedText text = prepare_words(std::move(tokens), recipe, crossing);
  text.body = body;
  text.headline = headline_words(headline);
  return text;
}

PreparedText prepare_words(TokenStream tokens, const Recipe& recipe, const CrossingDays& spread) {
  return prepare_words(std::move(tokens), recipe, [&](std::uint64_t shingle) { return spread.of(shingle); });
}

PreparedText prepare_words(TokenStream tokens, const Recipe& recipe, const CrossingOf& crossing) {
  PreparedText text;
  text.tokens = std::move(tokens);
  std::vector<std::uint64_t> shingles;
  hash_shingles(text.tokens.hashes, recipe.shingle_words, recipe.seed, shingles);
  auto [seeds, parts] = sorted_seeds(shingles);
  text.seeds = std::move(seeds);
  text.seed_parts = std::move(parts);
  text.distinct_shingles = count_distinct(text.seeds);
  text.recurring_from = recurring_from(sampled_shingles(shingles, text.tokens.size(), recipe, crossing), text.tokens.size(), shingles_beside(recipe));
  return text;
}

void set_spread(PreparedText& text, const Recipe& recipe, const CrossingOf& crossing) {
  std::vector<std::uint64_t> shingles(text.seeds.size());
  for (const Seed& seed : text.seeds) shingles[seed.place] = seed.shingle;
  text.recurring_from = recurring_from(sampled_shingles(shingles, text.tokens.size(), recipe, crossing), text.tokens.size(), shingles_beside(recipe));
}

StoryMask story_of(const PreparedText& text, Day horizon) {
  const std::size_t tokens = text.tokens.size();
  StoryMask mask{std::vector<std::uint8_t>(tokens, 0), 0};
  for (std::size_t i = 0; i < tokens; ++i) {
    const unsigned by_pattern = text.tokens.kinds[i] == FurnitureKind::Story ? 1 : 0;
    const unsigned by_spread = text.recurring_from[i] > horizon ? 1 : 0;
    mask.words[i] = static_cast<std::uint8_t>(by_pattern & by_spread);
  }
  mask.count = std::accumulate(mask.words.begin(), mask.words.end(), std::uint32_t{0});
  return mask;
}

std::vector<std::uint8_t> story_shingles(const PreparedText& text, const StoryMask& story) {
  const std::size_t width = text.shingle_width();
  std::vector<std::uint8_t> shingles(text.seeds.size());
  std::size_t run = 0;
  for (std::size_t i = 0; i < story.words.size(); ++i) {
    run = story.words[i] != 0 ? run + 1 : 0;
    if (i + 1 >= width) shingles[i + 1 - width] = run >= width ? 1 : 0;
  }
  return shingles;
}

}  // namespace wireprint
