#include "wireprint/sketch/simhash.hpp"

#include "wireprint/base/hash.hpp"

namespace wireprint {
namespace {

// Counts, for each of 64 bits, in how many words it is set. Plane p holds bit p of all 64 counts, so that one operation
// on words adds to all of them (bit-sliced counters; eight words at a time as Harley and Seal count bits).
class BitCounter {
 public:
  void add_eight(const std::array<std::uint64_t, 8>& w) {
    const Sum a = add(planes_[0], w[0], w[1]);
    const Sum b = add(a.low, w[2], w[3]);
    const Sum c = add(b.low, w[4], w[5]);
    const Sum d = add(c.low, w[6], w[7]);
    planes_[0] = d.low;
    const Sum e = add(planes_[1], a.high, b.high);
    const Sum f = add(e.low, c.high, d.high);
    planes_[1] = f.low;
    const Sum g = add(planes_[2], e.high, f.high);
    planes_[2] = g.low;
    carry(g.high, 3);
  }

  void add_one(std::uint64_t word) { carry(word, 0); }

  // The bits whose count is more than `limit`.
  [[nodiscard]] std::uint64_t above(std::uint64_t limit) const {
    std::uint64_t greater = 0;
    std::uint64_t equal = ~std::uint64_t{0};
    for (std::size_t p = planes_.size(); p-- > 0;) {
      const std::uint64_t bit = limit >> p & 1U ? ~std::uint64_t{0} : 0;
      greater |= equal & planes_[p] & ~bit;
      equal &= ~(planes_[p] ^ bit);
    }
    return greater;
  }

 private:
  struct Sum {
    std::uint64_t low;
    std::uint64_t high;
  };
  static Sum add(std::uint64_t x, std::uint64_t y, std::uint64_t z) {
    const std::uint64_t half = x ^ y;
    return {half ^ z, (x & y) | (half & z)};
  }

  void carry(std::uint64_t word, std::size_t plane) {
    for (; word != 0; ++plane) {
      const std::uint64_t next = planes_[plane] & word;
      planes_[plane] ^= word;
      word = next;
    }
  }

  std::array<std::uint64_t, 48> planes_{};  // more hashes than memory holds
};

// Bit by bit the majority of what `word_of` makes of each hash.
template <class WordOf>
std::uint64_t majority(std::span<const std::uint64_t> hashes, const WordOf& word_of) {
  BitCounter counter;
  std::size_t i = 0;
  for (; i + 8 <= hashes.size(); i += 8) {
    std::array<std::uint64_t, 8> words;
    for (std::size_t j = 0; j < 8; ++j) words[j] = word_of(hashes[i + j]);
    counter.add_eight(words);
  }
  for (; i < hashes.size(); ++i) counter.add_one(word_of(hashes[i]));
  return counter.above(hashes.size() / 2);
}

std::uint64_t itself(std::uint64_t h) { return h; }
std::uint64_t another(std::uint64_t h) { return mix64(h + 0x9e3779b97f4a7c15U); }

}  // namespace

SimHash64 simhash64(std::span<const std::uint64_t> hashes) { return {{majority(hashes, itself)}}; }

SimHash128 simhash128(std::span<const std::uint64_t> hashes) { return {{majority(hashes, itself), majority(hashes, another)}}; }

}  // namespace wireprint
