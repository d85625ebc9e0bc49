// From lines of JSON to clusters, generated news of growing size. An item is an article.
#include <benchmark/benchmark.h>
#include <fmt/format.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

#include "suites.hpp"
#include "wireprint/engine/engine.hpp"
#include "wireprint/generate/generator.hpp"

namespace wireprint::bench {
namespace {

/// A file of generated news that is gone with this.
class News {
 public:
  explicit News(std::size_t articles)
      : path_(std::filesystem::temp_directory_path() / fmt::format("wireprint-bench-{}-{}.jsonl", ::getpid(), articles)) {
    std::ofstream file(path_, std::ios::binary);
    Generator generator(1);
    for (std::size_t i = 0; i < articles; ++i) file << generator.next().line;
  }
  News(const News&) = delete;
  News& operator=(const News&) = delete;
  ~News() { std::filesystem::remove(path_); }

  [[nodiscard]] std::string path() const { return path_.string(); }
  [[nodiscard]] std::int64_t bytes() const { return static_cast<std::int64_t>(std::filesystem::file_size(path_)); }

 private:
  std::filesystem::path path_;
};

void cluster(benchmark::State& state, std::size_t articles, int threads) {
  const News news(articles);
  for (auto round : state) {
    Engine engine({.threads = threads});
    const auto run = engine.cluster({news.path()});
    check(run && (**run).articles.size() == articles && !(**run).clusters.empty(), "generated news has no clusters");
  }
  state.SetItemsProcessed(static_cast<std::int64_t>(state.iterations() * articles));
  state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations()) * news.bytes());
}

}  // namespace

void add_end_to_end_suite() {
  for (const std::size_t articles : {1000, 4000, 16000}) {
    for (const int threads : {1, 2}) {
      benchmark::RegisterBenchmark(fmt::format("end_to_end/cluster/articles:{}/threads:{}", articles, threads).c_str(),
                                   [=](benchmark::State& state) { cluster(state, articles, threads); })
          ->Unit(benchmark::kMillisecond)
          ->UseRealTime()
          ->MeasureProcessCPUTime();
    }
  }
}

}  // namespace wireprint::bench
