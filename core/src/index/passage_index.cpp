#include "wireprint/index/passage_index.hpp"

#include <algorithm>
#include <utility>

namespace wireprint {
namespace {

struct Posting {
  std::uint64_t shingle;
  ArticleId id;
  friend auto operator<=>(const Posting&, const Posting&) = default;
};

std::vector<Posting> sorted_postings(std::span<const IndexedText> texts, const Executor& executor) {
  constexpr std::size_t kParts = 64;
  std::vector<std::vector<Posting>> parts(kParts);
  executor.for_each(kParts, [&](std::size_t part) {
    for (ArticleId id = 0; id < texts.size(); ++id) {
      for (const std::uint64_t shingle : texts[id].samples) {
        if (shingle % kParts == part) parts[part].push_back({shingle, id});
      }
    }
    std::sort(parts[part].begin(), parts[part].end());
  });
  std::vector<Posting> all;
  for (auto& part : parts) {
    all.insert(all.end(), part.begin(), part.end());
    part = {};
  }
  return all;
}

}  // namespace

bool is_enough(const PassageRule& rule, std::uint32_t shared, std::uint32_t words_a, std::uint32_t words_b) {
  const bool is_short = std::min(words_a, words_b) < static_cast<std::uint32_t>(rule.short_words);
  return shared >= static_cast<std::uint32_t>(is_short ? rule.shared_if_short : rule.shared);
}

PassageIndex::PassageIndex(std::vector<IndexedText> texts, const CrossingDays& spread, PassageRule rule, const Executor& executor)
    : texts_(std::move(texts)), rule_(rule), lists_of_(texts_.size()) {
  const auto postings = sorted_postings(texts_, executor);
  for (std::size_t begin = 0, end = 0; begin < postings.size(); begin = end) {
    while (end < postings.size() && postings[end].shingle == postings[begin].shingle) ++end;
    if (end - begin < 2) continue;
    if (end - begin > static_cast<std::size_t>(rule_.crowd)) ++crowded_;
    const auto list = static_cast<std::uint32_t>(lists_.size());
    lists_.push_back({static_cast<std::uint32_t>(ids_.size()), static_cast<std::uint32_t>(ids_.size() + end - begin), spread.of(postings[begin].shingle)});
    for (std::size_t i = begin; i < end; ++i) {
      ids_.push_back(postings[i].id);
      lists_of_[postings[i].id].push_back(list);
    }
  }
}

void PassageIndex::touch_visible(std::span<const ArticleId> before, Counter& counter) const {
  const auto touch = [&](ArticleId earlier) {
    if (counter.shared_[earlier]++ == 0) counter.touched_.push_back(earlier);
  };
  if (before.size() <= static_cast<std::size_t>(rule_.crowd)) {
    for (const ArticleId earlier : before) touch(earlier);
    return;
  }
  const auto anchors = static_cast<std::size_t>(rule_.anchors);
  for (const ArticleId earlier : before.first(anchors)) touch(earlier);
  for (const ArticleId earlier : before.last(anchors)) touch(earlier);
}

// An undated text takes the other's date, so which of the others it is compared with differs from one to the next.
void PassageIndex::count_for_undated(const List& list, ArticleId later, Counter& counter) const {
  std::vector<ArticleId> before;
  for (auto i = list.begin; i < list.end && ids_[i] < later; ++i) {
    if (list.crossing > furniture_horizon(texts_[ids_[i]].day, std::nullopt)) before.push_back(ids_[i]);
  }
  touch_visible(before, counter);
}

void PassageIndex::count_list(const List& list, ArticleId later, Counter& counter) const {
  const auto& day = texts_[later].day;
  if (!day) return count_for_undated(list, later, counter);
  if (list.crossing <= furniture_horizon(day, day)) return;
  const auto first = ids_.begin() + list.begin;
  const auto own = std::lower_bound(first, ids_.begin() + list.end, later);
  touch_visible({first, own}, counter);
}

void PassageIndex::candidates_before(ArticleId later, Counter& counter, std::vector<Candidate>& found) const {
  for (const std::uint32_t list : lists_of_[later]) count_list(lists_[list], later, counter);
  std::sort(counter.touched_.begin(), counter.touched_.end());
  for (const ArticleId earlier : counter.touched_) {
    const std::uint32_t shared = std::exchange(counter.shared_[earlier], 0);
    if (is_enough(rule_, shared, texts_[earlier].words, texts_[later].words)) found.push_back({earlier, later, shared});
  }
  counter.touched_.clear();
}

}  // namespace wireprint
