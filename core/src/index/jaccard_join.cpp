#include "index/jaccard_join.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <unordered_map>

#include "wireprint/sketch/shingles.hpp"

namespace wireprint {
namespace {

using Sets = std::vector<std::vector<std::uint64_t>>;
using Pairs = std::vector<std::pair<ArticleId, ArticleId>>;

constexpr std::size_t kTasks = 256;   // enough to share out evenly
constexpr double kRounding = 1e-9;    // 0.8 * 5 is 4

// In how many sets an element stands; only those in two and more are known.
std::unordered_map<std::uint64_t, std::uint32_t> frequencies(const Sets& sets) {
  std::vector<std::uint64_t> all;
  for (const auto& set : sets) all.insert(all.end(), set.begin(), set.end());
  std::ranges::sort(all);
  std::unordered_map<std::uint64_t, std::uint32_t> counts;
  for (std::size_t i = 0; i < all.size();) {
    const auto end = std::upper_bound(all.begin() + static_cast<std::ptrdiff_t>(i), all.end(), all[i]) - all.begin();
    const auto count = static_cast<std::size_t>(end) - i;
    if (count > 1) counts.emplace(all[i], static_cast<std::uint32_t>(count));
    i += count;
  }
  return counts;
}

class Join {
 public:
  Join(const Sets& sets, double threshold) : sets_(sets), threshold_(threshold), prefixes_(sets.size()) {
    const auto counts = frequencies(sets);
    for (ArticleId id = 0; id < sets.size(); ++id) {
      prefixes_[id] = prefix_of(sets[id], counts);
      for (const std::uint64_t element : prefixes_[id]) holders_[element].push_back(id);
    }
  }

  /// The pairs whose later one is in [begin, end).
  [[nodiscard]] Pairs find(ArticleId begin, ArticleId end) const {
    Pairs found;
    std::vector<ArticleId> seen_by(sets_.size(), static_cast<ArticleId>(sets_.size()));
    for (ArticleId later = begin; later < end; ++later) {
      for (const std::uint64_t element : prefixes_[later]) {
        for (const ArticleId earlier : holders_.at(element)) {
          if (earlier >= later) break;
          if (seen_by[earlier] == later) continue;
          seen_by[earlier] = later;
          if (resemble(sets_[earlier], sets_[later])) found.emplace_back(earlier, later);
        }
      }
    }
    return found;
  }

 private:
  // Elements that no other set holds come first and cannot be shared, so they are left out.
  [[nodiscard]] std::vector<std::uint64_t> prefix_of(const std::vector<std::uint64_t>& set, const std::unordered_map<std::uint64_t, std::uint32_t>& counts) const {
    std::vector<std::pair<std::uint32_t, std::uint64_t>> shared;
    for (const std::uint64_t element : set) {
      if (const auto count = counts.find(element); count != counts.end()) shared.emplace_back(count->second, element);
    }
    const auto needed = static_cast<std::size_t>(std::ceil(threshold_ * static_cast<double>(set.size()) - kRounding));
    const std::size_t length = set.size() - std::min(needed, set.size()) + (set.empty() ? 0 : 1);
    const std::size_t alone = set.size() - shared.size();
    const std::size_t wanted = length > alone ? std::min(length - alone, shared.size()) : 0;
    std::ranges::sort(shared);
    std::vector<std::uint64_t> prefix;
    for (std::size_t i = 0; i < wanted; ++i) prefix.push_back(shared[i].second);
    return prefix;
  }

  [[nodiscard]] bool resemble(const std::vector<std::uint64_t>& a, const std::vector<std::uint64_t>& b) const {
    const auto [small, large] = std::minmax({a.size(), b.size()});  // the list keeps values, two arguments would be referred to
    if (static_cast<double>(small) < threshold_ * static_cast<double>(large) - kRounding) return false;
    const std::uint64_t common = count_common(a, b);
    return static_cast<double>(common) >= threshold_ * static_cast<double>(a.size() + b.size() - common) - kRounding;
  }

  const Sets& sets_;
  double threshold_;
  std::vector<std::vector<std::uint64_t>> prefixes_;  // by set
  std::unordered_map<std::uint64_t, std::vector<ArticleId>> holders_;  // of an element of prefixes, ascending
};

}  // namespace

Pairs jaccard_join(const Sets& sets, double threshold, const Executor& executor) {
  const Join join(sets, threshold);
  std::vector<Pairs> found(kTasks);
  executor.for_each(kTasks, [&](std::size_t task) {
    found[task] = join.find(static_cast<ArticleId>(sets.size() * task / kTasks), static_cast<ArticleId>(sets.size() * (task + 1) / kTasks));
  });
  Pairs pairs;
  for (const Pairs& some : found) pairs.insert(pairs.end(), some.begin(), some.end());
  std::ranges::sort(pairs, {}, [](const auto& pair) { return std::pair(pair.second, pair.first); });
  return pairs;
}

}  // namespace wireprint
