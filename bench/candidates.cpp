// What the candidate indexes find and cost on whole corpora, for several rates of sampling.
//
//   candidates_bench CORPUS...
//
// True pairs are those with story containment of at least 0.5 and twenty story shingles in the one that has fewer,
// counted on all shingles.
#include <cstdio>
#include <filesystem>

#include "support/candidate_recall.hpp"

namespace {

using wireprint::test::CandidateRecall;
using wireprint::test::Found;

void print(const CandidateRecall& seen, int one_in) {
  const auto articles = static_cast<double>(seen.articles);
  const auto recall = [&](const Found& f) { return static_cast<double>(f.pairs) / static_cast<double>(seen.pairs); };
  std::printf("1 in %-3d %9.1f", one_in, static_cast<double>(seen.postings) / articles);
  for (const Found& f : {seen.banding, seen.passages, seen.both}) {
    if (seen.pairs > 0) std::printf("   %8.4f", recall(f));
    else std::printf("   %8s", "-");
    std::printf(" %10.2f", static_cast<double>(f.candidates) / articles);
  }
  std::printf("\n");
}

void measure(const std::string& path, const wireprint::Banding& cut, const wireprint::Executor& executor) {
  wireprint::Recipe recipe;
  const auto corpus = wireprint::test::read_corpus(path, recipe, executor);
  const auto truth = wireprint::test::true_pairs(corpus, recipe, {}, executor);
  std::printf("\n%s: %zu articles, %zu pairs\n", std::filesystem::path(path).filename().c_str(), corpus.texts.size(), truth.size());
  std::printf("sampled   postings      banding               passages              both\n");
  std::printf("          /article    recall  cand./art.    recall  cand./art.    recall  cand./art.\n");
  for (const int one_in : {4, 8, 16, 32}) {
    recipe.sample_one_in = one_in;
    print(measure_recall(corpus, truth, recipe, cut, executor), one_in);
    std::fflush(stdout);
  }
}

}  // namespace

int main(int argc, char** argv) {
  const auto cut = wireprint::solve_banding({.slots = 128, .threshold = wireprint::test::kAlike, .recall = 0.97});
  if (argc < 2 || !cut) {
    std::fprintf(stderr, "usage: candidates_bench CORPUS...\n");
    return 2;
  }
  std::printf("banding: %d bands of %d rows\n", cut->bands, cut->rows);
  const wireprint::Executor executor;
  for (int i = 1; i < argc; ++i) measure(argv[i], *cut, executor);
}
