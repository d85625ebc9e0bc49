#include <catch2/catch.hpp>
#include <mutex>
#include <set>

#include "support/random_text.hpp"
#include "wireprint/cluster/leaders.hpp"

namespace wireprint {
namespace {

using Buckets = std::vector<std::vector<ArticleId>>;
using Alike = std::function<bool(ArticleId, ArticleId)>;

std::vector<ArticleId> all_of(ArticleId count) {
  std::vector<ArticleId> ids(count);
  for (ArticleId id = 0; id < count; ++id) ids[id] = id;
  return ids;
}

// The rule as it is written: in the order of time, each text joins the first leader in its buckets that it is like.
std::vector<ArticleId> slow_leaders(ArticleId texts, const Buckets& buckets, const Alike& alike) {
  std::vector<ArticleId> leader = all_of(texts);
  for (ArticleId id = 0; id < texts; ++id) {
    std::set<ArticleId> leaders;
    for (const auto& bucket : buckets) {
      if (std::find(bucket.begin(), bucket.end(), id) == bucket.end()) continue;
      for (const ArticleId other : bucket) {
        if (other < id) leaders.insert(leader[other]);
      }
    }
    const auto found = std::find_if(leaders.begin(), leaders.end(), [&](ArticleId other) { return alike(other, id); });
    if (found != leaders.end()) leader[id] = *found;
  }
  return leader;
}

Buckets random_buckets(test::Random& random, ArticleId texts) {
  Buckets buckets(20);
  for (auto& bucket : buckets) {
    std::set<ArticleId> ids;
    for (int i = 0; i < 6; ++i) ids.insert(random.below(texts));
    bucket.assign(ids.begin(), ids.end());
  }
  return buckets;
}

}  // namespace

TEST_CASE("groups are those of brute force, on random buckets and any number of threads") {
  test::Random random(3);
  for (int round = 0; round < 200; ++round) {
    const auto buckets = random_buckets(random, 50);
    const auto salt = random.next();
    const Alike alike = [&](ArticleId a, ArticleId b) { return mix64(salt ^ (a * 1000U + b)) % 3 == 0; };
    const Executor executor(1 + round % 3);
    REQUIRE(find_groups(50, buckets, alike, executor).leader == slow_leaders(50, buckets, alike));
  }
}

TEST_CASE("a text in no bucket leads itself") {
  const auto groups = find_groups(4, Buckets{{1, 3}}, [](ArticleId, ArticleId) { return true; }, Executor(1));
  CHECK(groups.leader == std::vector<ArticleId>{0, 1, 2, 1});
}

TEST_CASE("ten thousand texts that are all alike cost one comparison each, in however many buckets they meet") {
  const ArticleId count = 10'000;
  const Buckets buckets(20, all_of(count));
  const auto groups = find_groups(count, buckets, [](ArticleId, ArticleId) { return true; }, Executor(2));
  CHECK(groups.comparisons == count - 1);
  CHECK(groups.leader == std::vector<ArticleId>(count, 0));
}

TEST_CASE("ten thousand texts in one bucket, none like another, cost a bounded number of comparisons each") {
  const ArticleId count = 10'000;
  const auto groups = find_groups(count, Buckets{all_of(count)}, [](ArticleId, ArticleId) { return false; }, Executor(2));
  CHECK(groups.comparisons <= count * kTextsMet);
  CHECK(groups.leader == all_of(count));
}

TEST_CASE("what comes later in time changes nothing for those before it") {
  test::Random random(5);
  const auto buckets = random_buckets(random, 60);
  const Alike alike = [](ArticleId a, ArticleId b) { return mix64(a * 1000U + b) % 3 == 0; };
  const auto all = find_groups(60, buckets, alike, Executor(1)).leader;
  Buckets first = buckets;
  for (auto& bucket : first) std::erase_if(bucket, [](ArticleId id) { return id >= 40; });
  const auto some = find_groups(40, first, alike, Executor(1)).leader;
  CHECK(std::equal(some.begin(), some.end(), all.begin()));
}

TEST_CASE("leaders that were asked and lead apart are told, each pair once") {
  const auto groups = find_groups(4, Buckets{{0, 1, 2, 3}, {1, 3}}, [](ArticleId a, ArticleId b) { return a == 0 && b == 2; }, Executor(1));
  CHECK(groups.apart == std::vector<std::pair<ArticleId, ArticleId>>{{0, 1}, {0, 3}, {1, 3}});
}

TEST_CASE("a text never joins a group through another member") {
  const Alike next_to = [](ArticleId a, ArticleId b) { return b - a == 1; };
  const auto groups = find_groups(4, Buckets{all_of(4)}, next_to, Executor(1));
  CHECK(groups.leader == std::vector<ArticleId>{0, 0, 2, 2});
}

TEST_CASE("no pair is asked about twice, and always the earlier text first") {
  std::set<std::pair<ArticleId, ArticleId>> asked;
  std::mutex mutex;
  test::Random random(4);
  const auto buckets = random_buckets(random, 30);
  const auto groups = find_groups(30, buckets, [&](ArticleId a, ArticleId b) {
    const std::lock_guard lock(mutex);
    asked.emplace(a, b);
    return a >= b;
  }, Executor(2));
  CHECK(groups.comparisons == asked.size());
  CHECK(groups.comparisons > 30);
  CHECK(groups.leader == all_of(30));
}

}  // namespace wireprint
