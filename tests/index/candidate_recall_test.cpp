#include "support/candidate_recall.hpp"

#include <catch2/catch.hpp>

#include "support/shared_data.hpp"
#include "support/statistics.hpp"

namespace wireprint {

// The default recipe, rule and cut of a run. A sanitizer sees a part of each corpus. Each index is held by itself too, for where one fails the
// other hides it.
TEST_CASE("the default candidates find 0.995 of all pairs that share half a story, on each whole corpus") {
  const auto paths = test::shared_corpora();
  const Executor executor;
  const auto cut = solve_banding({.slots = 128, .threshold = test::kAlike, .recall = 0.97});
  REQUIRE(cut);
  for (const auto& path : paths) {
    const auto corpus = test::read_corpus(path, {}, executor, test::kSlowBuild ? 300 : ~std::size_t{0});
    const auto truth = test::true_pairs(corpus, {}, {.containment = 0.5, .least_shingles = 20}, executor);
    const auto seen = test::measure_recall(corpus, truth, {}, *cut, executor);
    CAPTURE(path, seen.articles, seen.pairs, seen.both.pairs, seen.passages.pairs, seen.alike, seen.alike_banded);
    CHECK(seen.articles >= 200);
    CHECK(static_cast<double>(seen.both.pairs) >= 0.995 * static_cast<double>(seen.pairs));
    // Of a part of a corpus, two pairs are a hundredth.
    CHECK(static_cast<double>(seen.passages.pairs) >= (test::kSlowBuild ? 0.98 : 0.995) * static_cast<double>(seen.pairs));
    CHECK(static_cast<double>(seen.alike_banded) >= 0.97 * static_cast<double>(seen.alike));
    CHECK(seen.both.candidates < 200 * seen.articles);  // to propose everything would be easy
  }
}

}  // namespace wireprint
