#include "wireprint/sketch/minhash.hpp"

#include <algorithm>
#include <bit>
#include <cassert>
#include <limits>

#include "wireprint/base/hash.hpp"

namespace wireprint {
namespace {

constexpr std::uint64_t kEmpty = std::numeric_limits<std::uint64_t>::max();

std::uint64_t hash_in_round(std::uint64_t x, std::size_t round) { return mix64(x + (round + 1) * 0x9e3779b97f4a7c15U); }

// Rounds below `slots` choose a slot at random; those from there on fill one given slot each, so that the last is
// filled at the latest in round 2 * slots - 1. A slot filled in an earlier round is never touched again.
class SlotFiller {
 public:
  explicit SlotFiller(std::size_t slots) : least_(slots, kEmpty), closed_(slots, false), open_(slots) {}

  void run(std::span<const std::uint64_t> hashes) {
    first_round(hashes);
    for (std::size_t round = 1; open_ > 0; ++round) {
      for (const std::uint64_t x : hashes) offer(hash_in_round(x, round), round);
      close_filled();
    }
  }

  [[nodiscard]] MinHash result() const {
    MinHash sketch(least_.size());
    std::transform(least_.begin(), least_.end(), sketch.begin(), [](std::uint64_t v) { return static_cast<std::uint16_t>(mix64(v)); });
    return sketch;
  }

 private:
  // The only round for a long text, so it asks nothing.
  void first_round(std::span<const std::uint64_t> hashes) {
    const std::size_t mask = least_.size() - 1;
    for (const std::uint64_t x : hashes) {
      const std::uint64_t h = hash_in_round(x, 0);
      least_[h & mask] = std::min(least_[h & mask], value_of(h));
    }
    for (std::size_t slot = 0; slot < least_.size(); ++slot) {
      if (least_[slot] != kEmpty) filled_.push_back(slot);
    }
    close_filled();
  }

  void offer(std::uint64_t h, std::size_t round) {
    const std::size_t slots = least_.size();
    const std::size_t slot = round < slots ? h & (slots - 1) : round - slots;
    if (closed_[slot]) return;
    if (least_[slot] == kEmpty) filled_.push_back(slot);
    least_[slot] = std::min(least_[slot], value_of(h));
  }

  void close_filled() {
    for (const std::size_t slot : filled_) closed_[slot] = true;
    open_ -= filled_.size();
    filled_.clear();
  }

  static std::uint64_t value_of(std::uint64_t h) { return h >> 1U; }  // the shift keeps kEmpty above every value

  std::vector<std::uint64_t> least_;
  std::vector<bool> closed_;
  std::vector<std::size_t> filled_;  // in this round
  std::size_t open_;
};

}  // namespace

MinHash minhash(std::span<const std::uint64_t> hashes, int slots) {
  assert(slots > 0 && std::has_single_bit(static_cast<unsigned>(slots)) && "the number of slots is a power of two");
  if (hashes.empty()) return {};
  SlotFiller filler(static_cast<std::size_t>(slots));
  filler.run(hashes);
  return filler.result();
}

double estimate_resemblance(const MinHash& a, const MinHash& b) {
  if (a.empty() || b.empty()) return 0.0;
  assert(a.size() == b.size() && "sketches of two recipes never compare");
  std::size_t equal = 0;
  for (std::size_t i = 0; i < a.size(); ++i) equal += a[i] == b[i] ? 1U : 0U;
  constexpr double kByChance = 1.0 / 65536.0;
  return (static_cast<double>(equal) / static_cast<double>(a.size()) - kByChance) / (1.0 - kByChance);
}

}  // namespace wireprint
