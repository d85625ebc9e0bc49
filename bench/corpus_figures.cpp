// How like real news generated news is: the figures on which speed and memory depend, of both, side by side.
//
//   corpus_figures DATA [SEED [CORPUS]]     DATA: a folder of *.jsonl.zst, real corpora; CORPUS: only this one
//
// First each corpus against as many articles of its desk, then all of them against what the generator gives, at 1, 4, 16 and 57 thousand
// articles. A part of the real corpora is, of each in proportion, articles that follow each other in time; a part of the generated ones is what
// a generator gives first. What one small part has is chance (its largest cluster may have 6 members or 16), so each figure is a mean: over
// parts at even distances in the time of the real corpora, and over as many generated ones, with the seeds SEED, SEED + 1 and so on.
#include <fmt/format.h>

#include <array>
#include <cmath>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <string>
#include <unistd.h>
#include <utility>
#include <vector>

#include "news_figures.hpp"
#include "wireprint/article/article_reader.hpp"
#include "wireprint/generate/generator.hpp"

namespace wireprint {
namespace {

using Lines = std::vector<std::string>;

constexpr std::size_t kParts = 5;
constexpr std::size_t kManyParts = 15;
constexpr std::size_t kFewArticles = 4000;  // up to here there are many parts
constexpr std::size_t kSeeds = 3;           // for whole corpora, which take long
constexpr std::array<std::size_t, 4> kSizes{1000, 4000, 16'000, 57'000};
const std::map<std::string, std::string> kDeskOf{{"lexis-en", "wire-en"}, {"press-de", "press-de"}, {"saudi-ar", "short-ar"},
                                                 {"broadcast-zh", "broadcast-zh"}, {"opinion-en", "opinion-en"}};

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

std::size_t total(const std::map<std::string, Lines>& corpora) {
  std::size_t all = 0;
  for (const auto& [name, lines] : corpora) all += lines.size();
  return all;
}

// The `number`th of `parts` parts of `articles` articles of all `corpora`, evenly over the time of each.
Lines part_of(const std::map<std::string, Lines>& corpora, std::size_t articles, std::size_t number, std::size_t parts) {
  const std::size_t all = total(corpora);
  Lines chosen;
  for (const auto& [name, lines] : corpora) {
    const std::size_t part = std::min(lines.size(), (articles * lines.size() + all / 2) / all);
    const std::size_t first = (lines.size() - part) * (2 * number + 1) / (2 * parts);
    const auto begin = lines.begin() + static_cast<std::ptrdiff_t>(first);
    chosen.insert(chosen.end(), begin, begin + static_cast<std::ptrdiff_t>(part));
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

// The mean of each figure.
Figures means(const std::vector<Figures>& parts) {
  Figures mean = parts.front();
  for (std::size_t i = 0; i < mean.size(); ++i) {
    double sum = 0;
    for (const auto& part : parts) sum += part[i].second;
    mean[i].second = sum / static_cast<double>(parts.size());
  }
  return mean;
}

// A ratio says nothing where the real figure is next to nothing.
bool within_a_quarter(double real, double made) { return std::abs(real - made) <= 0.25 * real || std::max(real, made) < 0.05; }

void print_beside(const std::string& title, const Figures& real, const Figures& made) {
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

void compare(const std::string& title, const std::map<std::string, Lines>& corpora, std::size_t articles, std::uint64_t seed, const std::string& desk) {
  const bool whole = articles == total(corpora);  // of that there is one part only
  const std::size_t parts = articles <= kFewArticles ? kManyParts : kParts;
  std::vector<Figures> real, made;
  for (std::size_t i = 0; i < (whole ? 1 : parts); ++i) real.push_back(figures_of(part_of(corpora, articles, i, parts)));
  for (std::size_t i = 0; i < (whole ? kSeeds : parts); ++i) made.push_back(figures_of(generated(seed + i, articles, desk)));
  print_beside(title, means(real), means(made));
}

int compare_corpora(const std::string& folder, std::uint64_t seed, const std::string& only) {
  std::map<std::string, Lines> corpora;
  for (const auto& [name, desk] : kDeskOf) {
    const auto path = std::filesystem::path(folder) / (name + ".jsonl.zst");
    if (std::filesystem::exists(path) && (only.empty() || only == name)) corpora[name] = by_time(path.string());
  }
  if (corpora.size() != (only.empty() ? kDeskOf.size() : 1)) return fmt::print(stderr, "{}: not all of the real corpora that are wanted are here\n", folder), 2;
  for (const auto& [name, lines] : corpora) compare(name + " and desk " + kDeskOf.at(name), {{name, lines}}, lines.size(), seed, kDeskOf.at(name));
  const std::string title = only.empty() ? "all" : only;
  const std::string desk = only.empty() ? "" : kDeskOf.at(only);
  for (const std::size_t size : kSizes) {  // of one corpus its part of so many
    const std::size_t articles = only.empty() ? std::min(size, total(corpora)) : size * total(corpora) / kSizes.back();
    if (only.empty() || size < kSizes.back()) compare(fmt::format("{}, {} articles", title, articles), corpora, articles, seed, desk);
  }
  return 0;
}

}  // namespace
}  // namespace wireprint

int main(int argc, char** argv) {
  if (argc < 2) return fmt::print(stderr, "corpus_figures DATA [SEED [CORPUS]]\n"), 2;
  return wireprint::compare_corpora(argv[1], argc > 2 ? std::strtoull(argv[2], nullptr, 10) : 1, argc > 3 ? argv[3] : "");
}
