#include "wireprint/evaluation/tuning.hpp"

#include <catch2/catch.hpp>

namespace wireprint {
namespace {

// Copies share `share` of the shorter, others 0.1; every threshold of the grid up to it joins the copies, each pair a story.
LabelledCorpus corpus(std::string name, std::size_t pairs, double share) {
  LabelledCorpus made;
  made.name = std::move(name);
  for (std::uint32_t i = 0; i < pairs; ++i) {
    Example example;
    example.copy = i % 2 == 0;
    example.features[0] = example.copy ? share : 0.1;
    made.examples.push_back(example);
    made.stories.push_back(i);
  }
  for (const auto& thresholds : threshold_grid()) {
    std::vector<bool> joined;
    for (const auto& example : made.examples) joined.push_back(example.copy && thresholds.min_share <= share);
    made.joined.push_back(std::move(joined));
  }
  return made;
}

}  // namespace

TEST_CASE("the shipped thresholds are tried first, then the nearest") {
  CHECK(threshold_grid().front() == shipped_coefficients().thresholds);
  CHECK(threshold_grid().size() == 54);
}

TEST_CASE("what a left-out corpus is judged by was learned from the others alone") {
  const std::vector<LabelledCorpus> corpora{corpus("low", 40, 0.36), corpus("high", 40, 0.7), corpus("higher", 40, 0.8)};
  const auto tuning = tune(corpora, 1);
  REQUIRE(tuning);
  CHECK(tuning->learned.thresholds.min_share == 0.35);  // the only one that joins the copies of "low"
  REQUIRE(tuning->left_out.size() == 3);
  CHECK(tuning->left_out[0].thresholds == shipped_coefficients().thresholds);  // nothing in the others asks for less
  CHECK(tuning->left_out[0].accuracy.misses == 20);
  CHECK(tuning->left_out[1].accuracy.misses == 0);
  CHECK(tuning->without_own.misses == 20);
  CHECK(tuning->with_learned.f1().value() == 1.0);
  CHECK(tuning->without_own_intervals.f1.low < tuning->without_own.f1().value());
  CHECK(tuning->by_probability.hits + tuning->by_probability.misses == 60);
  CHECK(tuning->by_rule.misses == 60);  // none was called a copy
  CHECK(tuning->learned.trained_on == "120 pairs of low, high, higher");
}

TEST_CASE("of thresholds that are as good as the best the middle is taken") {
  auto noisy = corpus("noisy", 80, 0.7);
  for (std::size_t t = 0; t < threshold_grid().size(); ++t) {
    const double share = threshold_grid()[t].min_share;
    const int missed = share > 0.56 ? 9 : share > 0.51 ? 4 : share > 0.46 ? 5 : share > 0.41 ? 6 : share > 0.36 ? 5 : 8;  // the least, by chance, at 0.55
    for (int i = 0; i < missed; ++i) noisy.joined[t][static_cast<std::size_t>(2 * i)] = false;
  }
  const std::vector<LabelledCorpus> corpora{noisy, corpus("clear", 20, 0.7)};
  CHECK(tune(corpora, 1)->learned.thresholds.min_share == 0.45);  // 0.40 to 0.55 are within two of four errors
}

TEST_CASE("one corpus alone is cut into ten parts of its stories") {
  const std::vector<LabelledCorpus> corpora{corpus("only", 60, 0.7)};
  const auto tuning = tune(corpora, 1);
  REQUIRE(tuning);
  CHECK_FALSE(tuning->by_corpus);
  CHECK(tuning->left_out.size() == 10);
  CHECK(tuning->without_own.f1().value() == 1.0);
}

TEST_CASE("labels of one kind teach nothing") {
  auto all_copies = corpus("copies", 10, 0.7);
  for (auto& example : all_copies.examples) example.copy = true;
  const std::vector<LabelledCorpus> corpora{all_copies, all_copies};
  CHECK(tune(corpora, 1).error().code == ErrorCode::InvalidArgument);
  const std::vector<LabelledCorpus> one_sided{all_copies, corpus("both", 10, 0.7)};
  CHECK_FALSE(tune(one_sided, 1));
}

TEST_CASE("what was tuned is told in words") {
  const std::vector<LabelledCorpus> corpora{corpus("one", 40, 0.7), corpus("two", 40, 0.7)};
  const auto text = tuning_text(*tune(corpora, 1));
  for (const auto* part : {"one corpus left out", "share of the shorter story that stands in the other (shorter)", "Brier", "fingerprint", "F1 1.0000  [1.0000, 1.0000]"}) {
    CHECK_THAT(text, Catch::Contains(part));
  }
}

}  // namespace wireprint
