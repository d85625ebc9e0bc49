#include "wireprint/sketch/bbit.hpp"

#include <bit>
#include <cassert>
#include <cmath>

namespace wireprint {
namespace {

constexpr std::uint64_t kAllOnes = ~std::uint64_t{0};

// The lowest bit of each slot in a word.
std::uint64_t lowest_bits(int bits) { return kAllOnes / ((std::uint64_t{1} << bits) - 1); }

// How many slots of a word differ: each one's bits are folded into its lowest.
int count_different(std::uint64_t x, int bits) {
  for (int shift = 1; shift < bits; shift *= 2) x |= x >> shift;
  return std::popcount(x & lowest_bits(bits));
}

}  // namespace

Result<BBitMinHash> shorten(const MinHash& sketch, int bits) {
  if (bits != 1 && bits != 2 && bits != 4 && bits != 8) return fail(invalid("bits", bits, "1, 2, 4 or 8"));
  BBitMinHash shorter{bits, static_cast<std::uint32_t>(sketch.size()), {}};
  const auto width = static_cast<std::size_t>(bits);
  shorter.words.assign((sketch.size() * width + 63) / 64, 0);
  const std::uint64_t mask = (std::uint64_t{1} << bits) - 1;
  for (std::size_t i = 0; i < sketch.size(); ++i) shorter.words[i * width / 64] |= (sketch[i] & mask) << (i * width % 64);
  return shorter;
}

double estimate_resemblance(const BBitMinHash& a, const BBitMinHash& b) {
  if (a.slots == 0 || b.slots == 0) return 0.0;
  assert(a.slots == b.slots && a.bits == b.bits && "sketches of two recipes never compare");
  int different = 0;
  for (std::size_t i = 0; i < a.words.size(); ++i) different += count_different(a.words[i] ^ b.words[i], a.bits);
  const double by_chance = std::ldexp(1.0, -a.bits);
  return (1.0 - different / static_cast<double>(a.slots) - by_chance) / (1.0 - by_chance);
}

}  // namespace wireprint
