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

void PassageIndex::touch(ArticleId earlier, ArticleId later, Day crossing, Counter& counter) const {
  if (crossing <= furniture_horizon(texts_[earlier].day, texts_[later].day)) return;
  if (counter.shared_[earlier]++ == 0) counter.touched_.push_back(earlier);
}

void PassageIndex::count_list(const List& list, ArticleId later, Counter& counter) const {
  const auto& day = texts_[later].day;
  if (day && list.crossing <= furniture_horizon(day, day)) return;  // furniture for each pair that `later` is in
  const auto first = ids_.begin() + list.begin;
  const auto own = std::lower_bound(first, ids_.begin() + list.end, later);
  const auto before = own - first;
  if (list.end - list.begin <= static_cast<std::uint32_t>(rule_.crowd) || before <= 2 * rule_.anchors) {
    for (auto id = first; id != own; ++id) touch(*id, later, list.crossing, counter);
    return;
  }
  for (auto id = first; id != first + rule_.anchors; ++id) touch(*id, later, list.crossing, counter);
  for (auto id = own - rule_.anchors; id != own; ++id) touch(*id, later, list.crossing, counter);
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
