#include "wireprint/evaluation/accuracy.hpp"

#include <catch2/catch.hpp>
#include <cmath>
#include <vector>

namespace wireprint {
namespace {

std::vector<Answer> answers(int hits, int false_alarms, int misses, int rejected) {
  std::vector<Answer> all(static_cast<std::size_t>(hits), {true, true});
  all.insert(all.end(), static_cast<std::size_t>(false_alarms), {false, true});
  all.insert(all.end(), static_cast<std::size_t>(misses), {true, false});
  all.insert(all.end(), static_cast<std::size_t>(rejected), {false, false});
  for (std::uint32_t i = 0; auto& answer : all) answer.story = i++;  // each a story of its own
  return all;
}

}  // namespace

TEST_CASE("precision, recall and F1 by hand") {
  const Accuracy accuracy = accuracy_of(answers(6, 2, 4, 8));
  CHECK(accuracy.precision() == Share{6, 8});
  CHECK(accuracy.recall() == Share{6, 10});
  CHECK(accuracy.f1().value() == Approx(2.0 / 3));
  CHECK(accuracy.rejected == 8);
}

TEST_CASE("an interval holds its figure and is as wide as theory says") {
  const auto all = answers(300, 100, 0, 0);  // precision 0.75 of 400: standard error 0.02165
  const auto interval = bootstrap(all, 1).precision;
  CHECK(interval.low == Approx(0.75 - 1.96 * 0.02165).margin(0.003));
  CHECK(interval.high == Approx(0.75 + 1.96 * 0.02165).margin(0.003));
}

TEST_CASE("answers of one story are drawn together") {
  auto all = answers(300, 100, 0, 0);
  for (std::uint32_t i = 0; auto& answer : all) answer.story = i++ % 40;  // forty stories of ten answers; 7 or 8 of them right
  auto lumped = answers(300, 100, 0, 0);
  for (std::uint32_t i = 0; auto& answer : lumped) answer.story = i++ / 10;  // all ten right, or all wrong
  const auto even = bootstrap(all, 1).precision;
  const auto uneven = bootstrap(lumped, 1).precision;
  CHECK(even.high - even.low < (uneven.high - uneven.low) / 4);
  CHECK(uneven.low == Approx(0.75 - 1.96 * 0.0685).margin(0.02));  // of 40 draws
}

TEST_CASE("answers that are all right leave no doubt") {
  const auto interval = bootstrap(answers(20, 0, 0, 0), 1).f1;
  CHECK(interval.low == 1.0);
  CHECK(interval.high == 1.0);
}

TEST_CASE("a seed is an interval, and another seed another one") {
  const auto all = answers(60, 20, 30, 40);
  const auto first = bootstrap(all, 1).f1;
  CHECK(bootstrap(all, 1).f1.low == first.low);
  CHECK(bootstrap(all, 1).f1.high == first.high);
  const auto second = bootstrap(all, 2).recall;
  const auto third = bootstrap(all, 3).recall;
  CHECK((second.low != third.low || second.high != third.high));
}

TEST_CASE("of no answers there is nothing to say") {
  CHECK(bootstrap({}, 1).f1.high == 0.0);
  CHECK(accuracy_of({}).f1() == Share{0, 0});
}

}  // namespace wireprint
