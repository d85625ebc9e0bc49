#include "wireprint/cluster/leaders.hpp"

#include <algorithm>
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

using Ids = std::vector<ArticleId>;

// Works off one bundle: the texts in the order of time, each against the leaders of those that it meets.
class Bundle {
 public:
  Bundle(Buckets buckets, const std::vector<std::size_t>& own) {
    for (const std::size_t bucket : own) {
      for (std::size_t place = 0; place < buckets[bucket].size(); ++place) places_of_[buckets[bucket][place]].emplace_back(&buckets[bucket], place);
    }
  }

  Groups run(Ids& leader, const std::function<bool(ArticleId, ArticleId)>& nearly_identical) {
    Groups found;
    for (const auto& [id, places] : places_of_) {
      const Ids met = leaders_met(places, leader);
      for (std::size_t i = 0; i < met.size() && leader[id] == id; ++i) {
        ++found.comparisons;
        if (nearly_identical(met[i], id)) leader[id] = met[i];
      }
      for (std::size_t i = 0; i < met.size() && leader[id] == id; ++i) found.apart.emplace_back(met[i], id);
    }
    return found;
  }

 private:
  using Places = std::vector<std::pair<const Ids*, std::size_t>>;  // bucket, and where the text stands in it

  [[nodiscard]] static Ids leaders_met(const Places& places, const Ids& leader) {
    Ids found;
    for (const auto& [bucket, place] : places) {
      for (std::size_t i = place - std::min(place, kTextsMet); i < place; ++i) found.push_back(leader[(*bucket)[i]]);
    }
    std::sort(found.begin(), found.end());
    found.erase(std::unique(found.begin(), found.end()), found.end());
    return found;
  }

  std::map<ArticleId, Places> places_of_;
};

}  // namespace

Groups find_groups(std::size_t texts, Buckets buckets, const std::function<bool(ArticleId, ArticleId)>& nearly_identical,
                   const Executor& executor) {
  Groups groups;
  groups.leader.resize(texts);
  std::iota(groups.leader.begin(), groups.leader.end(), ArticleId{0});
  const auto bundles = bundles_of(buckets, texts);
  std::vector<Groups> parts(bundles.size());
  executor.for_each(bundles.size(), [&](std::size_t i) { parts[i] = Bundle(buckets, bundles[i]).run(groups.leader, nearly_identical); });
  for (const Groups& part : parts) {
    groups.comparisons += part.comparisons;
    groups.apart.insert(groups.apart.end(), part.apart.begin(), part.apart.end());
  }
  std::ranges::sort(groups.apart, {}, [](const auto& pair) { return std::pair(pair.second, pair.first); });
  return groups;
}

}  // namespace wireprint
