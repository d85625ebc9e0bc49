// How like real news generated news is: the figures on which speed and memory depend, of both, side by side.
//
//   corpus_figures DATA [SEED [CORPUS]]     DATA: a folder of *.jsonl.zst, real corpora; CORPUS: only this one
//
// Of a size, the real articles are those of each corpus that follow each other in the middle of its time, in the corpora's
// proportions, for a crawl begins with a trickle; the generated ones are what a generator gives first. Then, corpus by corpus, all that is real against as many of its desk.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <string>
#include <unistd.h>
#include <unordered_map>
#include <utility>
#include <vector>

#include "wireprint/article/article_reader.hpp"
#include "wireprint/engine/engine.hpp"
#include "wireprint/generate/generator.hpp"
#include "wireprint/sketch/sample.hpp"
#include "wireprint/sketch/shingles.hpp"
#include "wireprint/spread/crossing_days.hpp"
#include "wireprint/text/tokenizer.hpp"

namespace wireprint {
namespace {

using Lines = std::vector<std::string>;
using Figures = std::vector<std::pair<std::string, double>>;

constexpr int kSampleOneIn = 8;
constexpr int kShingleWords = 5;
const std::map<std::string, std::string> kDeskOf{{"lexis-en", "wire-en"}, {"press-de", "press-de"}, {"saudi-ar", "short-ar"},
                                                 {"broadcast-zh", "broadcast-zh"}, {"opinion-en", "opinion-en"}};

double quantile(std::vector<double> values, double share) {
  if (values.empty()) return 0;
  std::sort(values.begin(), values.end());
  return values[std::min(values.size() - 1, static_cast<std::size_t>(share * static_cast<double>(values.size())))];
}

// The lines of a corpus in the order of time; undated ones last.
Lines by_time(const std::string& path) {
  ArticleReader reader({path});
  std::vector<std::pair<std::int64_t, std::string>> dated;
  while (auto record = reader.next_record()) {
    std::string line = record->bytes;
    const auto article = reader.parse(std::move(*record));
    if (!article) continue;
    dated.emplace_back(article->published.known() ? article->published.seconds : std::int64_t{1} << 40, std::move(line));
  }
  std::stable_sort(dated.begin(), dated.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  Lines lines;
  for (auto& [time, line] : dated) lines.push_back(std::move(line));
  return lines;
}

Lines middle_of(const std::map<std::string, Lines>& corpora, std::size_t articles) {
  std::size_t all = 0;
  for (const auto& [name, lines] : corpora) all += lines.size();
  Lines chosen;
  for (const auto& [name, lines] : corpora) {
    const std::size_t part = std::min(lines.size(), (articles * lines.size() + all / 2) / all);
    const auto first = lines.begin() + static_cast<std::ptrdiff_t>((lines.size() - part) / 2);
    chosen.insert(chosen.end(), first, first + static_cast<std::ptrdiff_t>(part));
  }
  return chosen;
}

// All desks, or one.
Lines generated(std::uint64_t seed, std::size_t articles, const std::string& desk) {
  Generator generator(seed);
  Lines lines;
  while (lines.size() < articles) {
    const auto article = generator.next();
    if (desk.empty() || article.desk == desk) lines.emplace_back(article.line.substr(0, article.line.size() - 1));
  }
  return lines;
}

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

Figures figures_of(const Lines& lines) {
  const auto path = std::filesystem::temp_directory_path() / fmt::format("wireprint-figures-{}.jsonl", ::getpid());
  {
    std::ofstream file(path, std::ios::binary);
    for (const auto& line : lines) file << line << '\n';
  }
  Engine engine{ClusterOptions{}};
  const auto run = engine.cluster({path.string()});
  std::filesystem::remove(path);
  if (!run) {
    fmt::print(stderr, "{}\n", run.error().describe());
    std::exit(1);
  }
  return figures_of(**run);
}

// A ratio says nothing where the real figure is next to nothing.
bool within_a_quarter(double real, double made) { return std::abs(real - made) <= 0.25 * real || std::max(real, made) < 0.05; }

void print_beside(const std::string& title, const Lines& real_lines, const Lines& made_lines) {
  const Figures real = figures_of(real_lines);
  const Figures made = figures_of(made_lines);
  fmt::print("\n{:<36}{:>10}{:>11}{:>8}\n", title, "real", "generated", "ratio");
  int good = 0;
  for (std::size_t i = 0; i < real.size(); ++i) {
    const bool near = within_a_quarter(real[i].second, made[i].second);
    good += near ? 1 : 0;
    const std::string ratio = real[i].second > 0 ? fmt::format("{:.2f}", made[i].second / real[i].second) : "-";
    fmt::print("{:<36}{:>10.2f}{:>11.2f}{:>8}{}\n", real[i].first, real[i].second, made[i].second, ratio, near ? "" : "  *");
  }
  fmt::print("{} of {} within a quarter (the others have a *)\n", good, real.size());
  std::fflush(stdout);
}

int compare_corpora(const std::string& folder, std::uint64_t seed, const std::string& only) {
  std::map<std::string, Lines> corpora;
  for (const auto& [name, desk] : kDeskOf) {
    const auto path = std::filesystem::path(folder) / (name + ".jsonl.zst");
    if (std::filesystem::exists(path) && (only.empty() || only == name)) corpora[name] = by_time(path.string());
  }
  if (corpora.size() != (only.empty() ? kDeskOf.size() : 1)) return fmt::print(stderr, "{}: not all of the real corpora that are wanted are here\n", folder), 2;
  for (const auto& [name, lines] : corpora) print_beside(name + " and desk " + kDeskOf.at(name), lines, generated(seed, lines.size(), kDeskOf.at(name)));
  if (!only.empty()) return 0;
  for (const std::size_t articles : {1000, 4000, 16'000, 57'000}) {
    const Lines real = middle_of(corpora, articles);
    print_beside(fmt::format("all, {} articles", real.size()), real, generated(seed, real.size(), ""));
  }
  return 0;
}

}  // namespace
}  // namespace wireprint

int main(int argc, char** argv) {
  if (argc < 2) return fmt::print(stderr, "corpus_figures DATA [SEED [CORPUS]]\n"), 2;
  return wireprint::compare_corpora(argv[1], argc > 2 ? std::strtoull(argv[2], nullptr, 10) : 1, argc > 3 ? argv[3] : "");
}
