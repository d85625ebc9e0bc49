#include "text/cut_fast.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <string_view>

#include "text/token_hash.hpp"
#include "text/words.hpp"

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "text/cut_fast.cpp"
#include <hwy/foreach_target.h>
#include <hwy/highway.h>

#include "base/simd.hpp"

#ifndef WIREPRINT_TEXT_CUT_FAST_ONCE
#define WIREPRINT_TEXT_CUT_FAST_ONCE
namespace wireprint {

using Hashes = std::vector<std::uint64_t>;

constexpr std::size_t kBlock = 64;

/// Where tokens begin and end, until enough are there to be hashed in one go.
class TokenEdges {
 public:
  TokenEdges(const char* text, Hashes& hashes) : text_(text), hashes_(hashes), made_(hashes.size()) {}

  void operator()(std::size_t begin, std::size_t end) {  // as a sink of WordCutter
    edges_[count_] = static_cast<std::uint32_t>(begin);
    edges_[count_ + 1] = static_cast<std::uint32_t>(end);
    count_ += 2;
    if (count_ >= kFull) flush();
  }

  /// Of a block at `at`: each set bit begins or ends a token. There is room for all of them.
  HWY_INLINE void add_block(std::size_t at, std::uint64_t edges) {
    const auto base = static_cast<std::uint32_t>(at);
    const std::size_t end = count_ + static_cast<std::size_t>(std::popcount(edges));
    std::uint32_t* to = edges_.data() + count_;
    do {  // sixteen at once, whether they are there or not: a loop that ends with the last would be foretold badly
      for (std::size_t i = 0; i < 16; ++i) {
        to[i] = base + static_cast<std::uint32_t>(std::countr_zero(edges));
        edges &= edges - 1;
      }
      to += 16;
    } while (edges != 0);
    count_ = end;
    if (count_ >= kFull) flush();
  }

  void flush() {
    if (hashes_.size() < made_ + count_ / 2) hashes_.resize(2 * hashes_.size() + count_);
    std::uint64_t* to = hashes_.data() + made_;
    for (std::size_t i = 0; i < count_; i += 2) {
      const char* token = text_ + edges_[i];
      const std::size_t length = edges_[i + 1] - edges_[i];
      if (length <= 16) [[likely]] *to++ = hash_readable_short(token, length);
      else if (length <= kTokenPiece) *to++ = hash_readable_piece(token, length);
      else *to++ = hash_any_token(token, length);
    }
    made_ += count_ / 2;
    count_ = 0;
  }

  void finish() {
    flush();
    hashes_.resize(made_);
  }

 private:
  static constexpr std::size_t kFull = 1024;

  const char* text_;
  Hashes& hashes_;
  std::size_t made_;
  std::size_t count_ = 0;
  std::array<std::uint32_t, kFull + 2 * kBlock> edges_;
};

/// What a block of 64 bytes holds, a bit for each.
struct BlockBits {
  std::uint64_t letters = 0;
  std::uint64_t digits = 0;
  std::uint64_t apostrophes = 0;
  std::uint64_t separators = 0;
  std::uint64_t high = 0;  ///< not ASCII
};

/// Two-byte code points of one page, by their first bytes.
struct PageBits {
  std::uint64_t letters = 0;
  std::uint64_t gaps = 0;
};

}  // namespace wireprint
#endif

HWY_BEFORE_NAMESPACE();
namespace wireprint::HWY_NAMESPACE {

using unicode::EasyPage;
using unicode::EasyPoints;

#if !WIREPRINT_VECTORS

void cut_and_hash(const EasyPoints&, const char* text, std::size_t size, Hashes& hashes) {
  TokenEdges edges(text, hashes);
  WordCutter<TokenEdges>({text, size}, edges).run();
  edges.finish();
}

#else

HWY_INLINE BlockBits block_bits(const char* text) {
  const Bytes d;
  BlockBits bits;
  for (std::size_t i = 0; i < kBlock; i += kVectorBytes) {
    const auto v = load(text + i);
    bits.letters |= bits_of(in_range(v, 'a', 26)) << i;
    bits.digits |= bits_of(in_range(v, '0', 10)) << i;
    bits.apostrophes |= bits_of(hn::Eq(v, hn::Set(d, '\''))) << i;
    bits.separators |= bits_of(hn::Or(hn::Eq(v, hn::Set(d, '.')), hn::Eq(v, hn::Set(d, ',')))) << i;
    bits.high |= bits_of(not_ascii(v)) << i;
  }
  return bits;
}

HWY_INLINE PageBits page_bits(const EasyPage& page, std::uint8_t first_lead, const char* text) {
  const Bytes d;
  PageBits bits;
  for (std::size_t i = 0; i < kBlock; i += kVectorBytes) {
    const auto v = load(text + i), next = load(text + i + 1);
    const auto lead = hn::Eq(hn::And(v, hn::Set(d, 0xfe)), hn::Set(d, first_lead));
    const auto bit = bit_of(hn::And(next, hn::Set(d, 7)));
    const auto byte = hn::Or(hn::And(hn::ShiftRight<3>(next), hn::Set(d, 7)), hn::ShiftLeft<3>(hn::And(v, hn::Set(d, 1))));
    bits.letters |= bits_of(hn::And(lead, in_set(page.letters.data(), byte, bit))) << i;
    bits.gaps |= bits_of(hn::And(lead, in_set(page.gaps.data(), byte, bit))) << i;
  }
  return bits;
}

HWY_INLINE std::uint64_t first_bits(std::size_t count) { return count >= 64 ? ~std::uint64_t{0} : (std::uint64_t{1} << count) - 1; }

class Cutter {
 public:
  Cutter(const EasyPoints& points, std::string_view text, TokenEdges& edges)
      : points_(points), text_(text), edges_(edges), slow_(text, edges) {}

  void run() {
    std::size_t at = 0;
    while (at < text_.size()) at = cut_block(at);
    edges_.finish();
  }

 private:
  // From `at`, where a token begins or a gap is, to where the next block begins.
  HWY_INLINE std::size_t cut_block(std::size_t at) {
    BlockBits block = block_bits(text_.data() + at);
    std::size_t known = kBlock;  // bytes of which the bits tell all
    if (block.high != 0) known = add_page(at, block);
    const std::size_t left = text_.size() - at;
    const bool last = left < kBlock && known >= left;
    if (last) known = left;

    const std::uint64_t words = words_in(block, known);
    const std::uint64_t begins = words & ~(words << 1U);
    // Whether a word's end is one depends on the byte behind it.
    const std::uint64_t ends = ~words & (words << 1U) & first_bits(last ? kBlock : std::max<std::size_t>(known, 1) - 1);
    const std::uint64_t done = ends == 0 ? 0 : first_bits(kBlock - static_cast<std::size_t>(std::countl_zero(ends)));
    edges_.add_block(at, (words ^ (words << 1U)) & done);
    if (last) return text_.size();

    const std::uint64_t open = begins & ~done;
    const std::size_t next = open != 0 ? static_cast<std::size_t>(std::countr_zero(open)) : known;
    if (known >= kBlock - 1 && next != 0) return at + next;
    return cut_hard(at + next);
  }

  // Gives letters of two bytes their bits. How many bytes are known then: up to what is no letter or gap of one page.
  HWY_INLINE std::size_t add_page(std::size_t at, BlockBits& block) const {
    const char* text = text_.data() + at;
    const unsigned lead = static_cast<unsigned char>(text[std::countr_zero(block.high)]);
    if (lead >= 0xe0) return static_cast<std::size_t>(std::countr_zero(block.high));
    const PageBits page = page_bits(points_.pages[(lead >> 1U) & 15U], static_cast<std::uint8_t>(lead & 0xfeU), text);
    block.letters |= page.letters | page.letters << 1U;
    const std::uint64_t good = page.letters | page.gaps;
    const std::uint64_t bad = block.high & ~(good | good << 1U);
    if (bad != 0) return static_cast<std::size_t>(std::countr_zero(bad));
    return kBlock - (good >> (kBlock - 1));  // a code point is not parted
  }

  static HWY_INLINE std::uint64_t words_in(const BlockBits& block, std::size_t known) {
    const auto between = [](std::uint64_t what) { return (what << 1U) & (what >> 1U); };
    const std::uint64_t mask = first_bits(known);
    const std::uint64_t letters = block.letters & mask, digits = block.digits & mask;
    return letters | digits | (block.apostrophes & between(letters)) | (block.separators & between(digits));
  }

  // One token, run of clusters or other code point by tables.
  HWY_NOINLINE std::size_t cut_hard(std::size_t at) {
    std::size_t end = at;
    while (is_han(end)) end += 3;
    if (end - at < 6) return slow_.cut(at);
    for (std::size_t i = at; i + 6 < end; i += 3) edges_(i, i + 6);
    return slow_.cut(end - 6);  // marks may follow the last
  }

  // Han of the first plane from U+4E00 on, which the fold takes for itself too.
  [[nodiscard]] HWY_INLINE bool is_han(std::size_t at) const {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text_.data()[i]); };
    return at < text_.size() && byte(at) >= 0xe4 && byte(at) <= 0xe9 && (byte(at) != 0xe4 || byte(at + 1) >= 0xb8);
  }

  const EasyPoints& points_;
  std::string_view text_;
  TokenEdges& edges_;
  WordCutter<TokenEdges> slow_;
};

void cut_and_hash(const EasyPoints& points, const char* text, std::size_t size, Hashes& hashes) {
  TokenEdges edges(text, hashes);
  Cutter(points, {text, size}, edges).run();
}

#endif

}  // namespace wireprint::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace wireprint {
HWY_EXPORT(cut_and_hash);

void append_token_hashes(const unicode::EasyPoints& points, const char* text, std::size_t size, Hashes& hashes) {
  HWY_DYNAMIC_DISPATCH(cut_and_hash)(points, text, size, hashes);
}

}  // namespace wireprint
#endif
