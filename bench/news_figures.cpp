#include "news_figures.hpp"

#include <algorithm>
#include <cstddef>
#include <map>
#include <optional>
#include <unordered_map>

#include "wireprint/base/hash.hpp"
#include "wireprint/sketch/recipe.hpp"
#include "wireprint/sketch/sample.hpp"
#include "wireprint/sketch/shingles.hpp"
#include "wireprint/spread/crossing_days.hpp"
#include "wireprint/text/tokenizer.hpp"

namespace wireprint {
namespace {

constexpr int kSampleOneIn = 8;
constexpr int kShingleWords = 5;

/// Counts of the sampled shingles, every occurrence in every article.
struct ShingleFigures {
  double repeated = 0, spread = 0, longest_list = 0;
};

ShingleFigures shingle_figures(const ClusterRun& run) {
  std::vector<std::vector<std::uint64_t>> samples(run.articles.size());
  std::unordered_map<std::uint64_t, std::uint32_t> occurrences;
  std::unordered_map<std::uint64_t, std::uint32_t> lists;
  std::vector<std::uint64_t> tokens, shingles;
  for (std::size_t i = 0; i < run.articles.size(); ++i) {
    hash_tokens(run.articles[i].article.body, tokens);
    hash_shingles(tokens, kShingleWords, 0, shingles);
    std::erase_if(shingles, [](std::uint64_t h) { return h >= sample_bound(kSampleOneIn); });
    for (const auto shingle : shingles) ++occurrences[shingle];
    make_distinct(shingles);
    for (const auto shingle : shingles) ++lists[shingle];
    samples[i] = shingles;
  }
  std::vector<DatedSamples> dated;
  std::vector<std::size_t> order(run.articles.size());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return run.articles[a].article.published.seconds < run.articles[b].article.published.seconds;
  });
  for (const auto i : order) {
    const Article& article = run.articles[i].article;
    std::optional<Day> day;
    if (article.published.known()) day = static_cast<Day>(article.published.day());
    dated.push_back({day, hash_bytes_128(article.body), article.key.text, samples[i]});
  }
  const CrossingDays spread(dated, Recipe{}.spread_rate, Executor());
  double all = 0, repeated = 0, wide = 0, longest = 0;
  for (const auto& [shingle, count] : occurrences) {
    all += count;
    if (count > 1) repeated += count;
    if (spread.of(shingle) != kNever) wide += count;
    longest = std::max(longest, static_cast<double>(lists[shingle]));
  }
  return {all > 0 ? 100 * repeated / all : 0, all > 0 ? 100 * wide / all : 0, longest};
}

double longest_identical(const ClusterRun& run) {
  std::map<Hash128, double> groups;
  double most = 0;
  for (const auto& judged : run.articles) {
    if (judged.words > 0) most = std::max(most, ++groups[hash_bytes_128(judged.article.body)]);
  }
  return most;
}

std::vector<double> articles_a_day(const ClusterRun& run) {
  std::map<std::int64_t, double> days;
  for (const auto& judged : run.articles) {
    if (judged.article.published.known()) ++days[judged.article.published.day()];
  }
  std::vector<double> counts;
  for (const auto& [day, count] : days) counts.push_back(count);
  return counts;
}

}  // namespace

double quantile(std::vector<double> values, double share) {
  if (values.empty()) return 0;
  std::sort(values.begin(), values.end());
  return values[std::min(values.size() - 1, static_cast<std::size_t>(share * static_cast<double>(values.size())))];
}

Figures figures_of(const ClusterRun& run) {
  std::vector<double> words, sizes;
  double clustered = 0;
  for (const auto& judged : run.articles) words.push_back(judged.words);
  for (const auto& cluster : run.clusters) sizes.push_back(static_cast<double>(cluster.members.size())), clustered += sizes.back();
  const auto days = articles_a_day(run);
  const auto articles = static_cast<double>(run.articles.size());
  const ShingleFigures shingles = shingle_figures(run);
  return {{"words, 5 %", quantile(words, 0.05)},
          {"words, 50 %", quantile(words, 0.5)},
          {"words, 95 %", quantile(words, 0.95)},
          {"repeated shingle occurrences, %", shingles.repeated},
          {"wide-spread shingle occurrences, %", shingles.spread},
          {"longest posting list", shingles.longest_list},
          {"longest identical group", longest_identical(run)},
          {"candidates an article", static_cast<double>(run.counts.candidates) / articles},
          {"copies an article", static_cast<double>(run.counts.copies) / articles},
          {"articles in clusters, %", 100 * clustered / articles},
          {"cluster size, 50 %", quantile(sizes, 0.5)},
          {"cluster size, 95 %", quantile(sizes, 0.95)},
          {"cluster size, largest", quantile(sizes, 1.0)},
          {"articles a day, 50 %", quantile(days, 0.5)},
          {"articles a day, 95 %", quantile(days, 0.95)}};
}

}  // namespace wireprint
