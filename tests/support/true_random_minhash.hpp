// The slow twin of MinHash with k partitions: a true random function for each round, drawn afresh for each pair of sets.
//
// No hash is made. In a round below k every element falls into a slot at random, and of those that fell into one slot
// each is the least as likely as any other; a later round offers all elements to one slot. So the slots of two sets
// agree as often as the least of the slot's elements, in the first round that reaches the slot, is one that both have.
#pragma once

#include <random>
#include <vector>

#include "support/random_sets.hpp"

namespace wireprint::test {

class TrueRandomMinHash {
 public:
  TrueRandomMinHash(PairShape shape, std::size_t slots, Random& random) : shape_(shape), random_(random), slots_(slots) {}

  /// The share of equal slots of one pair of sets.
  double share_of_equal_slots() {
    std::vector<std::size_t> still_open(slots_);
    for (std::size_t i = 0; i < slots_; ++i) still_open[i] = i;
    std::size_t equal = 0;
    for (std::size_t round = 0; !still_open.empty(); ++round) equal += play(round, still_open);
    return static_cast<double>(equal) / static_cast<double>(slots_);
  }

 private:
  struct Hits {
    std::size_t common = 0;
    std::size_t other = 0;
  };

  // A slot is decided by the first round in which either set reaches it: if the least element there is common, both sets
  // keep it; else one set keeps an element that the other has not, and they differ whatever the other does later.
  std::size_t play(std::size_t round, std::vector<std::size_t>& open) {
    const auto hits = round < slots_ ? throw_all() : all_into(round - slots_);
    std::size_t equal = 0;
    std::erase_if(open, [&](std::size_t slot) {
      const auto [common, other] = hits[slot];
      if (common + other == 0) return false;
      equal += random_.below(common + other) < common ? 1U : 0U;
      return true;
    });
    return equal;
  }

  std::vector<Hits> all_into(std::size_t slot) const {
    std::vector<Hits> hits(slots_);
    hits[slot] = {shape_.common, shape_.only_a + shape_.only_b};
    return hits;
  }

  std::vector<Hits> throw_all() {
    std::vector<Hits> hits(slots_);
    scatter(shape_.common, [&](std::size_t slot, std::size_t n) { hits[slot].common += n; });
    scatter(shape_.only_a + shape_.only_b, [&](std::size_t slot, std::size_t n) { hits[slot].other += n; });
    return hits;
  }

  // Few elements are thrown one by one; many by how many fall into each slot in turn, which is the same.
  template <class Hit>
  void scatter(std::size_t count, const Hit& hit) {
    if (count < 16 * slots_) {
      for (std::size_t i = 0; i < count; ++i) hit(random_.below(slots_), 1);
      return;
    }
    for (std::size_t slot = 0; slot < slots_; ++slot) {
      std::binomial_distribution<std::size_t> falls(count, 1.0 / static_cast<double>(slots_ - slot));
      const std::size_t n = slot + 1 == slots_ ? count : falls(random_);
      hit(slot, n);
      count -= n;
    }
  }

  PairShape shape_;
  Random& random_;
  std::size_t slots_;
};

}  // namespace wireprint::test
