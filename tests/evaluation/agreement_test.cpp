#include "wireprint/evaluation/agreement.hpp"

#include <catch2/catch.hpp>
#include <random>

#include "evaluation/slow_agreement.hpp"

namespace wireprint {

using test::Clusters;

TEST_CASE("three and two and one against two and three and one, by hand") {
  const Agreement a = agreement_of(Clusters{0, 0, 0, 1, 1, 2}, Clusters{7, 7, 5, 5, 5, 9});
  CHECK(a.pair_precision == Share{2, 4});
  CHECK(a.pair_recall == Share{2, 4});
  CHECK(a.pair_f1() == Approx(0.5));
  CHECK(a.adjusted_rand == Approx(7.0 / 22));
  CHECK(a.b_cubed_precision == Approx(7.0 / 9));
  CHECK(a.b_cubed_recall == Approx(7.0 / 9));
  CHECK(a.homogeneity == Approx(0.685331).epsilon(1e-5));
  CHECK(a.v_measure() == Approx(0.685331).epsilon(1e-5));
}

TEST_CASE("two stories in one cluster cost precision, a story in two clusters costs recall") {
  const Agreement mixed = agreement_of(Clusters{1, 1, 2, 2}, Clusters{1, 1, 1, 1});
  CHECK(mixed.pair_precision == Share{2, 6});
  CHECK(mixed.pair_recall == Share{2, 2});
  CHECK(mixed.b_cubed_precision == Approx(0.5));
  CHECK(mixed.b_cubed_recall == Approx(1.0));
  CHECK(mixed.homogeneity == Approx(0.0).margin(1e-12));
  CHECK(mixed.completeness == Approx(1.0));
  CHECK(mixed.adjusted_rand == Approx(0.0).margin(1e-12));

  const Agreement torn = agreement_of(Clusters{1, 1, 1, 1}, Clusters{1, 1, 2, 2});
  CHECK(torn.pair_recall == mixed.pair_precision);
  CHECK(torn.b_cubed_recall == Approx(mixed.b_cubed_precision));
  CHECK(torn.completeness == Approx(mixed.homogeneity).margin(1e-12));
}

TEST_CASE("equal clusterings agree wholly, whatever their numbers") {
  for (const auto& clusters : {Clusters{}, Clusters{4}, Clusters{1, 2, 3}, Clusters{5, 5, 5}, Clusters{1, 2, 1, 3}}) {
    Clusters renamed;
    for (const auto cluster : clusters) renamed.push_back(1000 - cluster);
    const Agreement a = agreement_of(clusters, renamed);
    for (const double figure : {a.pair_f1(), a.adjusted_rand, a.b_cubed_f1(), a.v_measure()}) CHECK(figure == Approx(1.0));
  }
}

TEST_CASE("every measure is what its slow definition gives") {
  std::mt19937 random(3);
  for (int round = 0; round < 200; ++round) {
    const std::size_t things = 2 + random() % 60;
    Clusters truth, found;
    const unsigned most = 2 + random() % 20;
    for (std::size_t i = 0; i < things; ++i) truth.push_back(random() % most), found.push_back(random() % 3 == 0 ? random() % most : truth.back());
    truth[0] = most, found[0] = most;  // two clusters at least: with one, the slow forms divide by nothing
    const Agreement a = agreement_of(truth, found);
    const auto pairs = test::count_pairs(truth, found);
    CHECK(static_cast<double>(a.pair_precision.part) == pairs.both);
    CHECK(static_cast<double>(a.pair_precision.whole) == pairs.both + pairs.found_only);
    CHECK(static_cast<double>(a.pair_recall.whole) == pairs.both + pairs.truth_only);
    if (pairs.both + pairs.truth_only + pairs.found_only > 0) CHECK(a.adjusted_rand == Approx(test::slow_adjusted_rand(truth, found)).margin(1e-9));
    CHECK(a.b_cubed_precision == Approx(test::slow_b_cubed(found, truth)));
    CHECK(a.b_cubed_recall == Approx(test::slow_b_cubed(truth, found)));
    if (test::slow_entropy(truth, Clusters(things, 0)) > 0) CHECK(a.homogeneity == Approx(test::slow_explained(truth, found)).margin(1e-9));
    if (test::slow_entropy(found, Clusters(things, 0)) > 0) CHECK(a.completeness == Approx(test::slow_explained(found, truth)).margin(1e-9));
  }
}

TEST_CASE("clusters drawn by chance agree no more than chance does") {
  std::mt19937 random(5);
  Clusters truth, found;
  for (int i = 0; i < 5000; ++i) truth.push_back(random() % 10), found.push_back(random() % 10);
  CHECK(agreement_of(truth, found).adjusted_rand == Approx(0.0).margin(0.01));
}

}  // namespace wireprint
