#include "wireprint/index/band_index.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <map>
#include <set>

#include "support/random_sets.hpp"

namespace wireprint {
namespace {

static_assert(CandidateIndex<BandIndex>);

// Slots of few values, so that bands agree often and several ways.
std::vector<MinHash> random_sketches(std::size_t count, test::Random& random) {
  std::vector<MinHash> sketches(count, MinHash(12));
  for (auto& sketch : sketches) {
    for (auto& slot : sketch) slot = static_cast<std::uint16_t>(random.below(4));
  }
  return sketches;
}

std::vector<const MinHash*> views(const std::vector<MinHash>& sketches) {
  std::vector<const MinHash*> all;
  for (const auto& s : sketches) all.push_back(&s);
  return all;
}

std::vector<Bucket> by_definition(const std::vector<const MinHash*>& sketches, const Banding& cut) {
  std::set<Bucket> buckets;
  for (int band = 0; band < cut.bands; ++band) {
    std::map<MinHash, Bucket> by_rows;
    for (ArticleId id = 0; id < sketches.size(); ++id) {
      if (sketches[id] == nullptr || sketches[id]->empty()) continue;
      const auto from = sketches[id]->begin() + band * cut.rows;
      by_rows[{from, from + cut.rows}].push_back(id);
    }
    for (const auto& [rows, bucket] : by_rows) {
      if (bucket.size() > 1) buckets.insert(bucket);
    }
  }
  return {buckets.begin(), buckets.end()};
}

}  // namespace

TEST_CASE("buckets are the texts that agree in all rows of a band, on any number of threads") {
  const int threads = GENERATE(1, 3);
  const Banding cut = GENERATE(Banding{4, 3}, Banding{12, 1}, Banding{2, 5}, Banding{1, 12});
  test::Random random(1);
  auto sketches = random_sketches(60, random);
  sketches[7].clear();
  auto some = views(sketches);
  some[3] = nullptr;
  const auto expected = by_definition(some, cut);
  CHECK(band_buckets(some, cut, Executor(threads)) == expected);
  CHECK((cut.bands == 1 || !expected.empty()));
}

TEST_CASE("equal rows in different bands make no bucket") {
  const std::vector<MinHash> sketches{{1, 2, 3, 4}, {3, 4, 1, 2}};
  CHECK(band_buckets(views(sketches), {2, 2}, Executor(1)).empty());
}

TEST_CASE("a bucket that occurs in every band is given once") {
  const std::vector<MinHash> sketches(3, MinHash(128, 9));
  CHECK(band_buckets(views(sketches), {32, 4}, Executor(2)) == std::vector<Bucket>{{0, 1, 2}});
}

TEST_CASE("as an index it proposes the pairs that share a bucket, with the buckets that they share") {
  test::Random random(2);
  const auto sketches = random_sketches(60, random);
  const Banding cut{4, 3};
  std::map<std::pair<ArticleId, ArticleId>, std::uint32_t> shared;  // later, earlier
  for (const auto& bucket : by_definition(views(sketches), cut)) {
    for (const auto later : bucket) {
      for (const auto earlier : bucket) {
        if (earlier < later) ++shared[{later, earlier}];
      }
    }
  }
  std::vector<Candidate> expected;
  for (const auto& [pair, count] : shared) expected.push_back({pair.second, pair.first, count});
  CHECK(expected.size() > 20);
  CHECK(all_candidates(BandIndex(views(sketches), cut, Executor(2)), Executor(2)) == expected);
}

TEST_CASE("nothing has no buckets") { CHECK(band_buckets({}, {4, 2}, Executor(1)).empty()); }

}  // namespace wireprint
