#include "sketch/slot_filler.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <utility>

#include "wireprint/base/hash.hpp"

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "sketch/slot_filler.cpp"
#include <hwy/foreach_target.h>
#include <hwy/highway.h>

#include "base/simd.hpp"

HWY_BEFORE_NAMESPACE();
namespace wireprint::HWY_NAMESPACE {

class SlotFiller {
 public:
  SlotFiller(std::span<const std::uint64_t> hashes, std::span<std::uint64_t> least)
      : hashes_(hashes), least_(least.data()), slots_(least.size()), shift_(64 - std::bit_width(slots_)) {}

  void run() {
    std::fill_n(least_, slots_, kEmptySlot);
    scatter(0, least_);
    std::size_t open = 0;
    for (std::size_t i = 0; i < slots_; ++i) open += least_[i] == kEmptySlot ? 1U : 0U;
    if (open == 0) return;
    std::fill_n(offered_.data(), slots_, kEmptySlot);
    for (std::size_t round = 1; open > 0; ++round) open -= fill(round, open);
  }

 private:
  // Few slots are open: most hashes are told off by one look. Many: it is quicker to take all and to sort out afterwards.
  std::size_t fill(std::size_t round, std::size_t open) {
    if (round >= slots_) return fill_one(round);
    if (16 * open < slots_ || 4 * hashes_.size() < slots_) return offer_open(round);
    scatter(round, offered_.data());
    return take_offers();
  }

  static std::uint64_t multiplier(std::size_t round) { return mix64(round + 1) | 1U; }
  [[nodiscard]] std::size_t slot_of(std::uint64_t value) const { return value >> 1U >> shift_; }

  HWY_INLINE void scatter(std::size_t round, std::uint64_t* to) const {
    const std::uint64_t m = multiplier(round);
    for (const std::uint64_t x : hashes_) {
      const std::uint64_t value = x * m;
      std::uint64_t& kept = to[slot_of(value)];
      kept = std::min(kept, value);
    }
  }

  std::size_t take_offers() {
    std::size_t taken = 0;
    for (std::size_t i = 0; i < slots_; ++i) {
      const bool open = least_[i] == kEmptySlot;
      taken += open && offered_[i] != kEmptySlot ? 1U : 0U;
      least_[i] = open ? offered_[i] : least_[i];
      offered_[i] = kEmptySlot;
    }
    return taken;
  }

  std::size_t offer_open(std::size_t round) {
    const std::uint64_t m = multiplier(round);
    std::array<std::uint16_t, kMostSlots> filled;
    std::size_t taken = 0;
    for (const std::uint64_t x : hashes_) {
      const std::uint64_t value = x * m;
      const std::size_t slot = slot_of(value);
      if (least_[slot] != kEmptySlot) [[likely]] continue;
      if (offered_[slot] == kEmptySlot) filled[taken++] = static_cast<std::uint16_t>(slot);
      offered_[slot] = std::min(offered_[slot], value);
    }
    for (std::size_t i = 0; i < taken; ++i) least_[filled[i]] = std::exchange(offered_[filled[i]], kEmptySlot);
    return taken;
  }

  std::size_t fill_one(std::size_t round) {
    std::uint64_t& slot = least_[(round - slots_) & (slots_ - 1)];
    if (slot != kEmptySlot) return 0;
    const std::uint64_t m = multiplier(round);
    for (const std::uint64_t x : hashes_) slot = std::min(slot, x * m);
    return slot == kEmptySlot ? 0 : 1;
  }

  std::span<const std::uint64_t> hashes_;
  std::uint64_t* least_;
  std::size_t slots_;
  int shift_;
  std::array<std::uint64_t, kMostSlots> offered_;
};

void fill(const std::uint64_t* hashes, std::size_t count, std::uint64_t* least, std::size_t slots) {
  SlotFiller({hashes, count}, {least, slots}).run();
}

}  // namespace wireprint::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace wireprint {
HWY_EXPORT(fill);

void fill_slots(std::span<const std::uint64_t> hashes, std::span<std::uint64_t> least) {
  HWY_DYNAMIC_DISPATCH(fill)(hashes.data(), hashes.size(), least.data(), least.size());
}

}  // namespace wireprint
#endif
