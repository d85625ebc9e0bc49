// A table by 64-bit hashes: open addressing with linear probing (Knuth, The Art of Computer Programming, volume 3, 6.4, algorithm L).
//
// For what is filled and asked a million times in a night: std::unordered_map, with a node of memory for each entry and a
// division for each question, took a fifth of the time of an archive's night (bench/night_bench).
// Any number of threads may ask while none writes.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace wireprint {

template <class Value>
class HashTable {
 public:
  [[nodiscard]] std::size_t size() const { return used_; }

  /// Null where there is none. The pointer lives until the next entry is added.
  [[nodiscard]] const Value* find(std::uint64_t hash) const {
    if (used_ == 0) return nullptr;
    for (std::size_t at = place_of(hash);; at = (at + 1) & (slots_.size() - 1)) {
      if (!slots_[at].taken) return nullptr;
      if (slots_[at].hash == hash) return &slots_[at].value;
    }
  }

  /// A new one has a value of Value{}. The reference lives until the next entry is added.
  Value& operator[](std::uint64_t hash) {
    if (2 * (used_ + 1) > slots_.size()) grow(2 * (used_ + 1));
    Slot& slot = slot_of(hash);
    if (!slot.taken) {
      slot.taken = true;
      slot.hash = hash;
      ++used_;
    }
    return slot.value;
  }

  /// Makes room for so many entries.
  void reserve(std::size_t entries) {
    if (2 * entries > slots_.size()) grow(2 * entries);
  }

  /// Calls `each(hash, value)` for all, in no order.
  template <class Each>
  void for_each(Each&& each) const {
    for (const Slot& slot : slots_) {
      if (slot.taken) each(slot.hash, slot.value);
    }
  }

 private:
  struct Slot {
    std::uint64_t hash = 0;
    Value value{};
    bool taken = false;
  };

  // The multiplication spreads hashes that share their highest or lowest bits, as sampled ones do.
  [[nodiscard]] std::size_t place_of(std::uint64_t hash) const {
    return static_cast<std::size_t>((hash * 0x9e3779b97f4a7c15U) >> shift_);
  }

  [[nodiscard]] Slot& slot_of(std::uint64_t hash) {
    std::size_t at = place_of(hash);
    while (slots_[at].taken && slots_[at].hash != hash) at = (at + 1) & (slots_.size() - 1);
    return slots_[at];
  }

  void grow(std::size_t least) {
    std::vector<Slot> old(std::bit_ceil(least < 16 ? std::size_t{16} : least));
    old.swap(slots_);
    shift_ = 64U - static_cast<unsigned>(std::countr_zero(slots_.size()));
    for (Slot& slot : old) {
      if (slot.taken) slot_of(slot.hash) = std::move(slot);
    }
  }

  std::vector<Slot> slots_;  // a power of two of them, half of them free
  std::size_t used_ = 0;
  unsigned shift_ = 0;
};

}  // namespace wireprint
