#include "wireprint/cluster/leaders.hpp"

#include <algorithm>
#include <atomic>
#include <map>

#include "cluster/union_find.hpp"

namespace wireprint {
namespace {

using Buckets = std::span<const std::vector<ArticleId>>;

// Buckets that share a text have to be worked off together; all others can be at once.
std::vector<std::vector<std::size_t>> bundles_of(Buckets buckets, std::size_t texts) {
  UnionFind touching(texts);
  for (const auto& bucket : buckets) {
    for (const ArticleId id : bucket) touching.merge(bucket.front(), id);
  }
  std::map<ArticleId, std::vector<std::size_t>> by_root;
  for (std::size_t i = 0; i < buckets.size(); ++i) by_root[touching.find(buckets[i].front())].push_back(i);
  std::vector<std::vector<std::size_t>> bundles;
  for (auto& [root, bundle] : by_root) bundles.push_back(std::move(bundle));
  return bundles;
}

// Works off one bundle: the texts in the order of time, each against the leaders in its buckets.
class Bundle {
 public:
  Bundle(Buckets buckets, const std::vector<std::size_t>& own) : leaders_(own.size()) {
    for (std::size_t i = 0; i < own.size(); ++i) {
      for (const ArticleId id : buckets[own[i]]) buckets_of_[id].push_back(i);
    }
  }

  std::uint64_t run(std::vector<ArticleId>& leader, const std::function<bool(ArticleId, ArticleId)>& nearly_identical) {
    std::uint64_t comparisons = 0;
    for (const auto& [id, own] : buckets_of_) {
      for (const ArticleId candidate : leaders_in(own)) {
        ++comparisons;
        if (!nearly_identical(candidate, id)) continue;
        leader[id] = candidate;
        break;
      }
      for (const std::size_t bucket : own) remember(bucket, leader[id]);
    }
    return comparisons;
  }

 private:
  [[nodiscard]] std::vector<ArticleId> leaders_in(const std::vector<std::size_t>& own) const {
    std::vector<ArticleId> found;
    for (const std::size_t bucket : own) {
      const auto& all = leaders_[bucket];
      found.insert(found.end(), all.end() - static_cast<std::ptrdiff_t>(std::min(all.size(), kLeadersTried)), all.end());
    }
    std::sort(found.begin(), found.end());
    found.erase(std::unique(found.begin(), found.end()), found.end());
    return found;
  }

  void remember(std::size_t bucket, ArticleId leader) {
    auto& all = leaders_[bucket];
    if (std::find(all.rbegin(), all.rend(), leader) == all.rend()) all.push_back(leader);
  }

  std::map<ArticleId, std::vector<std::size_t>> buckets_of_;
  std::vector<std::vector<ArticleId>> leaders_;
};

}  // namespace

Groups find_groups(std::size_t texts, Buckets buckets, const std::function<bool(ArticleId, ArticleId)>& nearly_identical,
                   const Executor& executor) {
  Groups groups;
  groups.leader.resize(texts);
  std::iota(groups.leader.begin(), groups.leader.end(), ArticleId{0});
  const auto bundles = bundles_of(buckets, texts);
  std::atomic<std::uint64_t> comparisons{0};
  executor.for_each(bundles.size(), [&](std::size_t i) { comparisons += Bundle(buckets, bundles[i]).run(groups.leader, nearly_identical); });
  groups.comparisons = comparisons;
  return groups;
}

}  // namespace wireprint
