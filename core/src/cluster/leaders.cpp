#include "wireprint/cluster/leaders.hpp"

#include <algorithm>
#include <numeric>

namespace wireprint {
namespace {

using Buckets = std::span<const std::vector<ArticleId>>;
using Ids = std::vector<ArticleId>;

/// Where each text stands in buckets.
class Meetings {
 public:
  Meetings(Buckets buckets, std::size_t texts) : buckets_(buckets), first_(texts + 1, 0) {
    for (const Ids& bucket : buckets) {
      for (const ArticleId id : bucket) ++first_[id + 1];
    }
    std::partial_sum(first_.begin(), first_.end(), first_.begin());
    places_.resize(first_.back());
    std::vector<std::size_t> next(first_.begin(), first_.end() - 1);
    for (std::uint32_t bucket = 0; bucket < buckets.size(); ++bucket) {
      for (std::uint32_t at = 0; at < buckets[bucket].size(); ++at) places_[next[buckets[bucket][at]]++] = {bucket, at};
    }
  }

  /// The texts in levels: each meets texts of earlier levels only, so those of one level can be asked at once. The first,
  /// of those that meet none, is left out.
  [[nodiscard]] std::vector<Ids> levels() const {
    std::vector<Ids> levels;
    std::vector<std::uint32_t> level_of(first_.size() - 1, 0);
    for (ArticleId id = 0; id < level_of.size(); ++id) {
      for (const Place& place : places_of(id)) {
        // The text just before it stands on a later level than all others that it meets there.
        if (place.at > 0) level_of[id] = std::max(level_of[id], 1 + level_of[buckets_[place.bucket][place.at - 1]]);
      }
      if (level_of[id] == 0) continue;
      if (levels.size() < level_of[id]) levels.emplace_back();
      levels[level_of[id] - 1].push_back(id);
    }
    return levels;
  }

  /// The leaders of the texts that it meets, in the order of time.
  [[nodiscard]] Ids leaders_met(ArticleId id, const Ids& leader) const {
    Ids found;
    for (const Place& place : places_of(id)) {
      const Ids& bucket = buckets_[place.bucket];
      for (std::size_t i = place.at - std::min<std::size_t>(place.at, kTextsMet); i < place.at; ++i) found.push_back(leader[bucket[i]]);
    }
    std::sort(found.begin(), found.end());
    found.erase(std::unique(found.begin(), found.end()), found.end());
    return found;
  }

 private:
  struct Place {
    std::uint32_t bucket;
    std::uint32_t at;
  };
  [[nodiscard]] std::span<const Place> places_of(ArticleId id) const { return std::span(places_).subspan(first_[id], first_[id + 1] - first_[id]); }

  Buckets buckets_;
  std::vector<std::size_t> first_;  // by text, in places_
  std::vector<Place> places_;
};

// How many of `met` a text was asked about. Sets its leader if it joins one.
std::size_t ask(ArticleId id, const Ids& met, Ids& leader, const std::function<bool(ArticleId, ArticleId)>& nearly_identical) {
  for (std::size_t i = 0; i < met.size(); ++i) {
    if (!nearly_identical(met[i], id)) continue;
    leader[id] = met[i];
    return i + 1;
  }
  return met.size();
}

}  // namespace

Groups find_groups(std::size_t texts, Buckets buckets, const std::function<bool(ArticleId, ArticleId)>& nearly_identical,
                   const Executor& executor) {
  Groups groups;
  groups.leader.resize(texts);
  std::iota(groups.leader.begin(), groups.leader.end(), ArticleId{0});
  const Meetings meetings(buckets, texts);
  for (const Ids& level : meetings.levels()) {
    std::vector<Ids> met(level.size());
    std::vector<std::size_t> asked(level.size());
    const auto settle = [&](std::size_t i) {
      met[i] = meetings.leaders_met(level[i], groups.leader);
      asked[i] = ask(level[i], met[i], groups.leader, nearly_identical);
    };
    if (level.size() == 1) settle(0);
    else executor.for_each(level.size(), settle);
    for (std::size_t i = 0; i < level.size(); ++i) {
      const ArticleId id = level[i];
      groups.comparisons += asked[i];
      if (groups.leader[id] != id) continue;
      for (const ArticleId other : met[i]) groups.apart.emplace_back(other, id);
    }
  }
  std::ranges::sort(groups.apart, {}, [](const auto& pair) { return std::pair(pair.second, pair.first); });
  return groups;
}

}  // namespace wireprint
