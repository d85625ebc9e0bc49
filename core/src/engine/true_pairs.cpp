#include "engine/true_pairs.hpp"

#include <algorithm>
#include <span>
#include <tuple>
#include <utility>

namespace wireprint {
namespace {

constexpr std::size_t kTasks = 64;

/// Which of the sample's texts hold a shingle.
class SampleIndex {
 public:
  SampleIndex(const std::vector<std::vector<std::uint64_t>>& shingles, std::size_t sample) {
    for (ArticleId id = 0; id < sample; ++id) {
      for (const std::uint64_t shingle : shingles[id]) postings_.emplace_back(shingle, id);
    }
    std::sort(postings_.begin(), postings_.end());
  }

  /// Calls found(id) for each text of the sample that has a shingle of `text`, once for each such shingle.
  template <class Found>
  void for_common(std::span<const std::uint64_t> text, const Found& found) const {
    auto at = postings_.begin();
    for (const std::uint64_t shingle : text) {
      at = std::lower_bound(at, postings_.end(), std::pair(shingle, ArticleId{0}));
      for (auto same = at; same != postings_.end() && same->first == shingle; ++same) found(same->second);
    }
  }

 private:
  std::vector<std::pair<std::uint64_t, ArticleId>> postings_;
};

}  // namespace

std::vector<TruePair> true_pairs(const std::vector<std::vector<std::uint64_t>>& shingles, std::size_t sample, double threshold,
                                 const Executor& executor) {
  sample = std::min(sample, shingles.size());
  const SampleIndex index(shingles, sample);
  std::vector<std::vector<TruePair>> parts(kTasks);
  executor.for_each(kTasks, [&](std::size_t task) {
    std::vector<std::uint32_t> common(sample);
    const std::size_t end = shingles.size() * (task + 1) / kTasks;
    for (std::size_t later = shingles.size() * task / kTasks; later < end; ++later) {
      std::fill(common.begin(), common.end(), 0);
      index.for_common(shingles[later], [&](ArticleId id) { ++common[id]; });
      for (ArticleId earlier = 0; earlier < std::min(sample, later); ++earlier) {
        const double all = static_cast<double>(shingles[earlier].size() + shingles[later].size() - common[earlier]);
        const double resemblance = common[earlier] / all;
        if (resemblance >= threshold) parts[task].push_back({earlier, static_cast<ArticleId>(later), resemblance});
      }
    }
  });
  std::vector<TruePair> pairs;
  for (const auto& part : parts) pairs.insert(pairs.end(), part.begin(), part.end());
  return pairs;
}

}  // namespace wireprint
