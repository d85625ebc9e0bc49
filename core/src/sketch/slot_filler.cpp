#include "sketch/slot_filler.hpp"

#include <algorithm>
#include <array>
#include <bit>

#include "wireprint/base/hash.hpp"

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "sketch/slot_filler.cpp"
#include <hwy/foreach_target.h>
#include <hwy/highway.h>

#include "base/simd.hpp"

HWY_BEFORE_NAMESPACE();
namespace wireprint::HWY_NAMESPACE {

constexpr std::size_t kMostWords = kMostSlots / 64;
constexpr std::size_t kChunk = 256;
constexpr std::size_t kSpare = 8;  // values that a vector writes behind the last

/// Slots that are still empty, a bit each.
using OpenSlots = std::array<std::uint64_t, kMostWords>;

/// How a round gives a hash its value, and a value its slot.
struct Round {
  std::uint64_t multiplier;
  int shift;

  [[nodiscard]] std::size_t slot_of(std::uint64_t value) const { return value >> 1U >> shift; }
};

#if WIREPRINT_WIDE_VECTORS

// Up to 128 slots, of which two words hold the bits.
std::size_t keep_open_vectors(const std::uint64_t* hashes, std::size_t count, Round round, const OpenSlots& open, std::uint64_t* kept, std::size_t& found) {
  const Words d;
  const auto multiplier = hn::Set(d, round.multiplier), low = hn::Set(d, open[0]), high = hn::Set(d, open[1]), one = hn::Set(d, 1);
  std::size_t i = 0;
  for (; i + kLanes <= count; i += kLanes) {
    const auto values = times(hn::LoadU(d, hashes + i), multiplier);
    const auto slots = hn::ShiftRightSame(hn::ShiftRight<1>(values), round.shift);
    const auto words = hn::IfThenElse(hn::TestBit(slots, hn::Set(d, 64)), high, low);
    const auto is_open = hn::TestBit(hn::Shr(words, hn::And(slots, hn::Set(d, 63))), one);
    found += store_kept(values, is_open, kept + found);
  }
  return i;
}

#else

std::size_t keep_open_vectors(const std::uint64_t*, std::size_t, Round, const OpenSlots&, std::uint64_t*, std::size_t&) { return 0; }

#endif

// The values of those hashes that fall into open slots.
std::size_t keep_open(std::span<const std::uint64_t> hashes, Round round, std::size_t slots, const OpenSlots& open, std::uint64_t* kept) {
  std::size_t found = 0;
  std::size_t i = slots <= 128 ? keep_open_vectors(hashes.data(), hashes.size(), round, open, kept, found) : 0;
  for (; i < hashes.size(); ++i) {
    const std::uint64_t value = hashes[i] * round.multiplier;
    const std::size_t slot = round.slot_of(value);
    kept[found] = value;
    found += open[slot / 64] >> (slot % 64) & 1U;
  }
  return found;
}

class SlotFiller {
 public:
  SlotFiller(std::span<const std::uint64_t> hashes, std::span<std::uint64_t> least) : hashes_(hashes), least_(least) {}

  void run() {
    std::fill(least_.begin(), least_.end(), kEmptySlot);
    const Round first = round_of(0);
    for (const std::uint64_t x : hashes_) offer(x * first.multiplier, first);
    find_open();
    for (std::size_t number = 1; any_open(); ++number) {
      if (number < least_.size()) fill_open(round_of(number));
      else fill_one(number);
    }
  }

 private:
  [[nodiscard]] Round round_of(std::size_t number) const { return {mix64(number + 1) | 1U, 64 - static_cast<int>(std::bit_width(least_.size()))}; }

  HWY_INLINE void offer(std::uint64_t value, Round round) {
    std::uint64_t& kept = least_[round.slot_of(value)];
    kept = std::min(kept, value);
  }

  void find_open() {
    open_.fill(0);
    for (std::size_t at = 0; at < least_.size(); at += 64) {
      std::uint64_t word = 0;
      for (std::size_t i = std::min<std::size_t>(64, least_.size() - at); i-- > 0;) word = word << 1U | std::uint64_t{least_[at + i] == kEmptySlot};
      open_[at / 64] = word;
    }
  }
  [[nodiscard]] bool any_open() const {
    std::uint64_t any = 0;
    for (std::size_t at = 0; at < least_.size(); at += 64) any |= open_[at / 64];
    return any != 0;
  }

  // Slots are closed when all have been offered what the round has for them.
  void fill_open(Round round) {
    OpenSlots left = open_;
    std::array<std::uint64_t, kChunk + kSpare> kept;
    for (std::size_t at = 0; at < hashes_.size(); at += kChunk) {
      const auto chunk = hashes_.subspan(at, std::min(kChunk, hashes_.size() - at));
      const std::size_t found = keep_open(chunk, round, least_.size(), open_, kept.data());
      for (std::size_t i = 0; i < found; ++i) {
        offer(kept[i], round);
        const std::size_t slot = round.slot_of(kept[i]);
        left[slot / 64] &= ~(std::uint64_t{kept[i] != kEmptySlot} << (slot % 64));
      }
    }
    open_ = left;
  }

  void fill_one(std::size_t number) {
    const std::size_t slot = number % least_.size();
    if ((open_[slot / 64] >> (slot % 64) & 1U) == 0) return;
    const std::uint64_t multiplier = round_of(number).multiplier;
    for (const std::uint64_t x : hashes_) least_[slot] = std::min(least_[slot], x * multiplier);
    if (least_[slot] != kEmptySlot) open_[slot / 64] &= ~(std::uint64_t{1} << (slot % 64));
  }

  std::span<const std::uint64_t> hashes_;
  std::span<std::uint64_t> least_;
  OpenSlots open_;
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
