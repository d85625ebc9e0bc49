// wireprint_bench: Google Benchmark rows of every stage. --benchmark_filter=REGEX chooses, --benchmark_out=FILE keeps.
//
// Real texts are read from ../shared/data, or from where WIREPRINT_DATA points; without them the generated ones are left.
#include <benchmark/benchmark.h>
#include <fmt/format.h>

#include <cstdlib>
#include <filesystem>

#include "suites.hpp"

namespace wireprint::bench {
namespace {

constexpr std::size_t kMegabytes = 4;

std::string data_folder() {
  const char* said = std::getenv("WIREPRINT_DATA");
  return said != nullptr ? said : "../shared/data";
}

std::vector<Texts> read_scripts() {
  std::vector<Texts> all;
  for (const char* name : {"opinion-en", "press-de", "saudi-ar", "broadcast-zh"}) {
    const std::string path = fmt::format("{}/{}.jsonl.zst", data_folder(), name);
    if (std::filesystem::exists(path)) all.push_back(read_texts(path, kMegabytes));
    else fmt::print(stderr, "wireprint_bench: {} is not here; its rows are left out\n", path);
  }
  for (const char* language : {"en", "ru"}) all.push_back(generate_texts(language, kMegabytes));
  return all;
}

}  // namespace

const std::vector<Texts>& scripts() {
  static const std::vector<Texts> all = read_scripts();
  return all;
}

void check(bool good, const std::string& what) {
  if (good) return;
  fmt::print(stderr, "wireprint_bench: {}; nothing is timed\n", what);
  std::exit(EXIT_FAILURE);
}

}  // namespace wireprint::bench

int main(int argc, char** argv) {
  using namespace wireprint::bench;
  benchmark::Initialize(&argc, argv);
  if (benchmark::ReportUnrecognizedArguments(argc, argv)) return 2;
  add_text_suite();
  add_sketch_suite();
  add_index_suite();
  add_proof_suite();
  add_end_to_end_suite();
  benchmark::RunSpecifiedBenchmarks();
  benchmark::Shutdown();
}
