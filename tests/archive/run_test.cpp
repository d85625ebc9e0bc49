#include "archive/run.hpp"

#include <catch2/catch.hpp>
#include <map>

#include "archive/run_merge.hpp"
#include "run_support.hpp"

namespace wireprint {
namespace {

using test::all_postings;
using test::holders;
using test::open_run;
using test::Random;
using test::random_postings;
using test::run_bytes;

std::map<std::uint64_t, std::vector<std::uint32_t>> by_shingle(const std::vector<Posting>& postings) {
  std::map<std::uint64_t, std::vector<std::uint32_t>> found;
  for (const auto& posting : postings) found[posting.shingle].push_back(posting.article);
  return found;
}

std::string merged_bytes(const std::vector<const Run*>& runs, const KeepArticle& keep = {}) {
  std::string bytes;
  const auto footer = merge_runs(runs, keep, [&](std::string_view part) -> std::optional<Error> {
    bytes += part;
    return std::nullopt;
  });
  REQUIRE(footer);
  return bytes;
}

}  // namespace

TEST_CASE("a run of any size gives back the postings that it was made of") {
  Random random(1);
  for (const std::size_t count : {0, 1, 2, 3, 40, 41, 1000, 30000}) {
    const auto postings = random_postings(count, 7, 500, random);
    const auto run = open_run(run_bytes(postings));
    REQUIRE(run);
    CHECK(all_postings(*run) == postings);
    CHECK(run->footer().postings() == postings.size());
    CHECK_FALSE(run->verify());
  }
}

TEST_CASE("a look-up in a run finds what a map of all postings finds") {
  Random random(2);
  const auto postings = random_postings(20000, 0, 3000, random);
  const auto run = open_run(run_bytes(postings));
  REQUIRE(run);
  for (const auto& [shingle, articles] : by_shingle(postings)) REQUIRE(holders(*run, shingle) == articles);
  for (int i = 0; i < 20000; ++i) REQUIRE(holders(*run, random() / 16)->empty());
  for (const std::uint64_t edge : {std::uint64_t{0}, sample_bound(16) - 1, sample_bound(16), ~std::uint64_t{0}}) REQUIRE(holders(*run, edge)->empty());
}

TEST_CASE("the extreme shingles and articles stand in a run as any other") {
  const std::uint64_t bound = sample_bound(16);
  const std::vector<Posting> postings{{0, 0}, {0, ~0U}, {1, 5}, {bound - 1, 9}, {bound, 0}, {~std::uint64_t{0} - 1, 1}, {~std::uint64_t{0}, ~0U}};
  const auto run = open_run(run_bytes(postings));
  REQUIRE(run);
  CHECK(all_postings(*run) == postings);
  CHECK(holders(*run, 0) == std::vector<std::uint32_t>{0, ~0U});
  CHECK(holders(*run, ~std::uint64_t{0}) == std::vector<std::uint32_t>{~0U});
}

TEST_CASE("runs that are merged are the run that all their postings would have made") {
  Random random(3);
  const auto early = random_postings(5000, 0, 900, random);
  const auto late = random_postings(800, 900, 100, random);
  auto all = early;
  all.insert(all.end(), late.begin(), late.end());
  std::sort(all.begin(), all.end());
  const auto a = open_run(run_bytes(early));
  const auto b = open_run(run_bytes(late));
  CHECK(merged_bytes({&*a, &*b}) == run_bytes(all));
  CHECK(merged_bytes({&*b, &*a}) == run_bytes(all));
  CHECK(all_postings(*open_run(merged_bytes({&*a, &*a}))) == early);
}

TEST_CASE("a merge leaves out the articles that it is told to, and keeps all others") {
  Random random(4);
  const auto postings = random_postings(5000, 0, 50, random);
  const auto run = open_run(run_bytes(postings));
  auto left = postings;
  std::erase_if(left, [](const Posting& posting) { return posting.article % 7 == 3; });
  const auto merged = open_run(merged_bytes({&*run}, [](std::uint32_t article) { return article % 7 != 3; }));
  REQUIRE(merged);
  CHECK(all_postings(*merged) == left);
  CHECK_FALSE(merged->verify());
}

TEST_CASE("postings at random take few more bytes than their numbers have bits") {
  Random random(5);
  std::vector<Posting> postings;
  for (int i = 0; i < 400000; ++i) postings.push_back({random() / 16, static_cast<std::uint32_t>(random.below(1U << 17U))});
  std::sort(postings.begin(), postings.end());
  const double bits = 17 + 60 - 18.6 + 1.44;  // the article, and the gap between 400,000 of 2^60: log2(e * gap)
  CHECK(8.0 * static_cast<double>(run_bytes(postings).size()) / 400000 < bits + 3);
}

}  // namespace wireprint
