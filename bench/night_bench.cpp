// What a night costs: generated news added to an archive batch by batch, with all that `wireprint add` finds out about it.
//
//   night_bench DIR ARTICLES [NIGHT [text|no-text [THREADS]]]
//
// DIR must not be there yet. Generating is not timed; parsing the lines is. Articles held back, one of six and at most
// 100,000, are written to DIR.questions.jsonl, for check_bench.
#include <fmt/format.h>
#include <sys/resource.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "wireprint/archive/disk_store.hpp"
#include "wireprint/article/article_reader.hpp"
#include "wireprint/base/executor.hpp"
#include "wireprint/engine/archive.hpp"
#include "wireprint/generate/generator.hpp"

namespace wireprint {
namespace {

constexpr std::uint64_t kHeldBackOneIn = 6;
constexpr std::uint64_t kMostHeldBack = 100'000;

struct Plan {
  std::string directory;
  std::uint64_t articles = 0;
  std::uint64_t night = 50'000;
  bool keeps_text = true;
  int threads = 0;
};

double seconds_of(const timeval& time) { return static_cast<double>(time.tv_sec) + 1e-6 * static_cast<double>(time.tv_usec); }

struct Cost {
  double elapsed = 0;
  double cpu = 0;

  static Cost now() {
    rusage used{};
    ::getrusage(RUSAGE_SELF, &used);
    return {std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count(), seconds_of(used.ru_utime) + seconds_of(used.ru_stime)};
  }
  Cost operator-(const Cost& other) const { return {elapsed - other.elapsed, cpu - other.cpu}; }
  Cost& operator+=(const Cost& other) {
    elapsed += other.elapsed;
    cpu += other.cpu;
    return *this;
  }
};

double peak_megabytes() {
  rusage used{};
  ::getrusage(RUSAGE_SELF, &used);
  return static_cast<double>(used.ru_maxrss) / 1024;
}

class Newsroom {
 public:
  Newsroom(const std::string& questions, std::uint64_t articles)
      : questions_(questions), one_in_(std::max(kHeldBackOneIn, articles / kMostHeldBack)) {}

  /// The next so many lines that are to be added.
  std::vector<std::string> lines(std::uint64_t count) {
    std::vector<std::string> lines;
    while (lines.size() < count) {
      const auto made = generator_.next();
      if (++made_ % one_in_ == 0) {
        questions_ << made.line;
      } else {
        lines.emplace_back(made.line);
      }
    }
    return lines;
  }

 private:
  Generator generator_{1};
  std::ofstream questions_;
  std::uint64_t one_in_;
  std::uint64_t made_ = 0;
};

std::vector<Article> parse(std::vector<std::string> lines, const Executor& executor) {
  ArticleReader reader{std::vector<std::string>{}};
  std::vector<Article> articles(lines.size());
  executor.for_each(lines.size(), [&](std::size_t i) {
    RawRecord record;
    record.bytes = std::move(lines[i]);
    if (auto article = reader.parse(std::move(record))) articles[i] = std::move(*article);
  });
  return articles;
}

struct Total {
  std::uint64_t articles = 0;
  std::uint64_t body_bytes = 0;
  Cost cost;
};

Result<void> add_night(Archive& archive, std::vector<std::string> lines, const Executor& executor, Total& total) {
  const double count = static_cast<double>(lines.size());
  const Cost start = Cost::now();
  auto articles = parse(std::move(lines), executor);
  for (const Article& article : articles) total.body_bytes += article.body.size();
  total.articles += articles.size();
  const auto report = archive.add(std::move(articles));
  if (!report) return fail(report.error());
  const Cost cost = Cost::now() - start;
  total.cost += cost;
  fmt::print("{} articles: {:.0f} a second, {:.0f} us of processor each, {:.2f} pairs compared, {:.3f} judged again\n", total.articles, count / cost.elapsed,
             1e6 * cost.cpu / count, static_cast<double>(report->comparisons) / count, static_cast<double>(report->judged_again) / count);
  std::fflush(stdout);
  return {};
}

void print_total(const DiskStore& store, const Total& total) {
  const auto articles = static_cast<double>(total.articles);
  fmt::print("all: {:.0f} articles a second, {:.0f} us of processor each, {:.0f} bytes of body each; peak of memory {:.0f} MB\n", articles / total.cost.elapsed,
             1e6 * total.cost.cpu / articles, static_cast<double>(total.body_bytes) / articles, peak_megabytes());
  const auto figures = store.figures();
  if (!figures) return fmt::print("{}\n", figures.error().describe());
  fmt::print("{} postings in {} runs\n", figures->postings, figures->runs);
  double all = 0;
  double texts = 0;
  for (const auto& size : figures->sizes) {
    fmt::print("  {:10} {:8.1f} bytes an article in {} files\n", size.what, static_cast<double>(size.bytes) / articles, size.files);
    if (size.what != "runs") all += static_cast<double>(size.bytes);  // rows of runs are counted as postings
    if (size.what == "texts") texts = static_cast<double>(size.bytes);
  }
  fmt::print("  {:10} {:8.1f} bytes an article, {:.1f} without texts\n", "all", all / articles, (all - texts) / articles);
}

Result<void> measure(const Plan& plan) {
  if (std::filesystem::exists(plan.directory)) return fail({ErrorCode::InvalidArgument, plan.directory + " is there already"});
  auto opened = DiskStore::write(plan.directory, Archive::identity({}, plan.keeps_text));
  if (!opened) return fail(opened.error());
  const std::shared_ptr<DiskStore> store = std::move(*opened);
  auto archive = Archive::open(store, {.threads = plan.threads});
  if (!archive) return fail(archive.error());
  const Executor executor(plan.threads);
  Newsroom newsroom(plan.directory + ".questions.jsonl", plan.articles);
  Total total;
  while (total.articles < plan.articles) {
    auto lines = newsroom.lines(std::min(plan.night, plan.articles - total.articles));
    if (auto added = add_night(*archive, std::move(lines), executor, total); !added) return added;
  }
  const Cost start = Cost::now();
  if (auto compacted = store->compact(); !compacted) return compacted;
  fmt::print("compacted in {:.1f} s\n", (Cost::now() - start).elapsed);
  print_total(*store, total);
  return {};
}

}  // namespace
}  // namespace wireprint

int main(int argc, char** argv) {
  using namespace wireprint;
  if (argc < 3) {
    fmt::print("night_bench DIR ARTICLES [NIGHT [text|no-text [THREADS]]]\n");
    return 2;
  }
  Plan plan;
  plan.directory = argv[1];
  plan.articles = std::strtoull(argv[2], nullptr, 10);
  if (argc > 3) plan.night = std::strtoull(argv[3], nullptr, 10);
  plan.keeps_text = argc <= 4 || std::string(argv[4]) != "no-text";
  if (argc > 5) plan.threads = std::atoi(argv[5]);
  const auto measured = measure(plan);
  if (!measured) fmt::print("{}\n", measured.error().describe());
  return measured ? 0 : 1;
}
