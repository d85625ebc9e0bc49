#include "wireprint/sketch/minhash.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cassert>

#include "sketch/slot_filler.hpp"

namespace wireprint {
MinHash minhash(std::span<const std::uint64_t> hashes, int slots) {
  assert(slots > 0 && std::has_single_bit(static_cast<unsigned>(slots)) && "the number of slots is a power of two");
  assert(static_cast<std::size_t>(slots) <= kMostSlots && "at most 1024 slots");
  if (hashes.empty()) return {};
  std::array<std::uint64_t, kMostSlots> least;
  const auto used = std::span(least).first(static_cast<std::size_t>(slots));
  fill_slots(hashes, used);
  MinHash sketch(used.size());
  // A value's highest bits tell its slot, and then how small the least of many is: those below are like drawn afresh.
  std::transform(used.begin(), used.end(), sketch.begin(), [](std::uint64_t v) { return static_cast<std::uint16_t>(v ^ (v >> 32U)); });
  return sketch;
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
