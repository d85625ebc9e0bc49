#include "wireprint/index/passage_index.hpp"

#include <algorithm>
#include <numeric>
#include <utility>

#include "base/hash_parts.hpp"

namespace wireprint {
namespace {

// The lists of the shingles of one part, one after the other.
struct PartLists {
  std::vector<ArticleId> ids;
  std::vector<std::uint32_t> sizes;  ///< by list
  std::vector<Day> crossings;
  std::size_t crowded = 0;
};

// A text for which a shingle is furniture by its own date finds nothing through it, and is found through it by none: all
// later ones have a date as late, or take its own.
bool is_of_use(const IndexedText& text, Day crossing) { return !text.day || crossing > furniture_horizon(text.day, text.day); }

PartLists lists_of_part(std::span<const HashedItem> postings, std::span<const IndexedText> texts, const CrossingDays& spread, const PassageRule& rule) {
  const HashGroups groups(postings);
  std::vector<Day> crossing(groups.sizes().size(), kNever);
  std::vector<std::uint32_t> kept(groups.sizes().size(), 0);  // postings of use; of those alone, none
  for (std::size_t i = 0; i < postings.size(); ++i) {
    const std::uint32_t group = groups.group_of()[i];
    if (groups.sizes()[group] < 2) continue;
    if (kept[group] == 0) crossing[group] = spread.of(postings[i].hash());
    kept[group] += is_of_use(texts[postings[i].item()], crossing[group]) ? 1U : 0U;
  }

  PartLists lists;
  std::vector<std::uint32_t> next(kept.size(), 0);  // where the group's next posting goes
  std::uint32_t begin = 0;
  for (std::size_t group = 0; group < kept.size(); ++group) {
    if (groups.sizes()[group] > static_cast<std::uint32_t>(rule.crowd)) ++lists.crowded;
    if (kept[group] < 2) continue;
    lists.sizes.push_back(kept[group]);
    lists.crossings.push_back(crossing[group]);
    next[group] = begin;
    begin += kept[group];
  }
  lists.ids.resize(begin);
  for (std::size_t i = 0; i < postings.size(); ++i) {
    const std::uint32_t group = groups.group_of()[i];
    if (kept[group] >= 2 && is_of_use(texts[postings[i].item()], crossing[group])) lists.ids[next[group]++] = postings[i].item();
  }
  return lists;
}

}  // namespace

bool is_enough(const PassageRule& rule, std::uint32_t shared, std::uint32_t words_a, std::uint32_t words_b) {
  const bool is_short = std::min(words_a, words_b) < static_cast<std::uint32_t>(rule.short_words);
  return shared >= static_cast<std::uint32_t>(is_short ? rule.shared_if_short : rule.shared);
}

PassageIndex::PassageIndex(std::vector<IndexedText> texts, const CrossingDays& spread, PassageRule rule, const Executor& executor)
    : texts_(std::move(texts)), rule_(rule) {
  const auto samples_of = [&](std::uint32_t id, std::vector<std::uint64_t>& samples) {
    samples.insert(samples.end(), texts_[id].samples.begin(), texts_[id].samples.end());
  };
  build(samples_of, spread, executor, HashParts::kInMemory);
}

PassageIndex::PassageIndex(std::vector<IndexedText> texts, const SamplesOf& samples_of, const CrossingDays& spread, PassageRule rule, const Executor& executor,
                           std::size_t hashes_held)
    : texts_(std::move(texts)), rule_(rule) {
  build(samples_of, spread, executor, hashes_held);
}

void PassageIndex::build(const SamplesOf& samples_of, const CrossingDays& spread, const Executor& executor, std::size_t hashes_held) {
  std::vector<PartLists> parts(HashParts::kParts);
  HashParts::for_each(
      texts_.size(), executor, samples_of,
      [&](std::size_t part, std::span<const HashedItem> postings) { parts[part] = lists_of_part(postings, texts_, spread, rule_); }, hashes_held);
  for (PartLists& part : parts) {
    for (std::size_t i = 0, begin = ids_.size(); i < part.sizes.size(); begin += part.sizes[i++]) {
      lists_.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(begin + part.sizes[i]), part.crossings[i]});
    }
    ids_.insert(ids_.end(), part.ids.begin(), part.ids.end());
    crowded_ += part.crowded;
    part = {};
  }
  turn_round();
}

// From the texts of each list to the lists of each text.
void PassageIndex::turn_round() {
  first_list_of_.assign(texts_.size() + 1, 0);
  for (const ArticleId id : ids_) ++first_list_of_[id + 1];
  std::partial_sum(first_list_of_.begin(), first_list_of_.end(), first_list_of_.begin());
  lists_of_.resize(ids_.size());
  std::vector<std::uint32_t> next(first_list_of_.begin(), first_list_of_.end() - 1);
  for (std::uint32_t list = 0; list < lists_.size(); ++list) {
    for (auto i = lists_[list].begin; i < lists_[list].end; ++i) lists_of_[next[ids_[i]]++] = list;
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
  for (auto i = first_list_of_[later]; i < first_list_of_[later + 1]; ++i) count_list(lists_[lists_of_[i]], later, counter);
  std::sort(counter.touched_.begin(), counter.touched_.end());
  for (const ArticleId earlier : counter.touched_) {
    const std::uint32_t shared = std::exchange(counter.shared_[earlier], 0);
    if (is_enough(rule_, shared, texts_[earlier].words, texts_[later].words)) found.push_back({earlier, later, shared});
  }
  counter.touched_.clear();
}

}  // namespace wireprint
