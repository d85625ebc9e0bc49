#include "wireprint/index/hamming_index.hpp"

#include <algorithm>

namespace wireprint {
namespace {

constexpr int kMostDistance = 31;  // beyond it the blocks are of a bit or two, and everything shares one

// Bits [begin, end) of the sketch, at most 64 of them.
template <int Bits>
std::uint64_t block_of(const SimHash<Bits>& sketch, int begin, int end) {
  std::uint64_t value = 0;
  for (int bit = begin; bit < end;) {
    const int in_word = bit % 64;
    const int taken = std::min(64 - in_word, end - bit);
    const std::uint64_t part = sketch.words[static_cast<std::size_t>(bit / 64)] >> in_word;
    value |= (taken == 64 ? part : part & ((std::uint64_t{1} << taken) - 1)) << (bit - begin);
    bit += taken;
  }
  return value;
}

}  // namespace

template <int Bits>
Result<HammingIndex<Bits>> HammingIndex<Bits>::build(std::vector<std::optional<Sketch>> sketches, int max_distance) {
  if (max_distance < 0 || max_distance > kMostDistance) return fail(invalid("max_distance", max_distance, "0 to 31"));
  return HammingIndex(std::move(sketches), max_distance);
}

template <int Bits>
HammingIndex<Bits>::HammingIndex(std::vector<std::optional<Sketch>> sketches, int max_distance)
    : sketches_(std::move(sketches)), max_distance_(max_distance) {
  const int count = std::max(max_distance + 1, Bits / 64);  // a block fits in a word
  for (int i = 0; i < count; ++i) {
    Block block{Bits * i / count, Bits * (i + 1) / count, {}};
    for (ArticleId id = 0; id < sketches_.size(); ++id) {
      if (sketches_[id]) block.entries.emplace_back(block_of(*sketches_[id], block.begin, block.end), id);
    }
    std::sort(block.entries.begin(), block.entries.end());
    blocks_.push_back(std::move(block));
  }
}

// Ids before `end` within the distance, ascending.
template <int Bits>
void HammingIndex<Bits>::collect(const Sketch& sketch, ArticleId end, std::vector<ArticleId>& ids) const {
  ids.clear();
  for (const Block& block : blocks_) {
    const std::uint64_t value = block_of(sketch, block.begin, block.end);
    const auto first = std::lower_bound(block.entries.begin(), block.entries.end(), Entry{value, 0});
    for (auto entry = first; entry != block.entries.end() && entry->first == value && entry->second < end; ++entry) {
      if (hamming_distance(sketch, *sketches_[entry->second]) <= max_distance_) ids.push_back(entry->second);
    }
  }
  std::sort(ids.begin(), ids.end());
  ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
}

template <int Bits>
std::vector<ArticleId> HammingIndex<Bits>::within(const Sketch& sketch) const {
  std::vector<ArticleId> ids;
  collect(sketch, static_cast<ArticleId>(sketches_.size()), ids);
  return ids;
}

template <int Bits>
void HammingIndex<Bits>::candidates_before(ArticleId later, Counter& counter, std::vector<Candidate>& found) const {
  if (!sketches_[later]) return;
  collect(*sketches_[later], later, counter.seen_);
  for (const ArticleId earlier : counter.seen_) {
    found.push_back({earlier, later, static_cast<std::uint32_t>(Bits - hamming_distance(*sketches_[earlier], *sketches_[later]))});
  }
}

template class HammingIndex<64>;
template class HammingIndex<128>;

}  // namespace wireprint
