#include "text/cut_fast.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <string_view>

#include "text/token_edges.hpp"
#include "text/words.hpp"

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "text/cut_fast.cpp"
#include <hwy/foreach_target.h>
#include <hwy/highway.h>

#include "base/simd.hpp"

#ifndef WIREPRINT_TEXT_CUT_FAST_ONCE
#define WIREPRINT_TEXT_CUT_FAST_ONCE
namespace wireprint {

constexpr std::size_t kBlock = 64;

/// What a block of 64 bytes holds, a bit for each.
struct BlockBits {
  std::uint64_t letters = 0;
  std::uint64_t digits = 0;
  std::uint64_t apostrophes = 0;
  std::uint64_t separators = 0;
  std::uint64_t high = 0;   ///< not ASCII
  std::uint64_t leads = 0;  ///< of letters and gaps of two bytes
  std::size_t known = kBlock;  ///< bytes of which the bits tell all
};

/// Two-byte code points of one page, by their first bytes.
struct PageBits {
  std::uint64_t letters = 0;
  std::uint64_t gaps = 0;
};

/// Han, by their first bytes, and what is surely no part of a word or cluster: ASCII, and all three bytes of a stop.
struct HanBits {
  std::uint64_t han = 0;
  std::uint64_t gaps = 0;
};

}  // namespace wireprint
#endif

HWY_BEFORE_NAMESPACE();
namespace wireprint::HWY_NAMESPACE {

using unicode::EasyPage;
using unicode::EasyPoints;

#if !WIREPRINT_VECTORS

void cut_and_hash(const EasyPoints&, const char* text, std::size_t size, std::vector<std::uint64_t>& hashes) {
  TokenEdges edges(text, hashes);
  WordCutter<TokenEdges>({text, size}, edges).run();
  edges.finish();
}

#else

HWY_INLINE std::uint64_t first_bits(std::size_t count) { return count >= 64 ? ~std::uint64_t{0} : (std::uint64_t{1} << count) - 1; }

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

HWY_INLINE HanBits han_bits(const char* text) {
  const Bytes d;
  HanBits bits;
  std::uint64_t stops = 0;
  for (std::size_t i = 0; i < kBlock; i += kVectorBytes) {
    const auto v = load(text + i), second = load(text + i + 1), third = load(text + i + 2);
    const auto early = hn::And(hn::Eq(v, hn::Set(d, 0xe4)), hn::Not(in_range(second, 0xb8, 8)));
    bits.han |= bits_of(hn::AndNot(early, in_range(v, 0xe4, 6))) << i;
    const auto stop = hn::And(hn::And(hn::Eq(v, hn::Set(d, 0xe3)), hn::Eq(second, hn::Set(d, 0x80))), in_range(third, 0x81, 2));
    const auto words = hn::Or(hn::Or(in_range(v, 'a', 26), in_range(v, 'A', 26)), in_range(v, '0', 10));
    bits.gaps |= bits_of(hn::Not(hn::Or(words, not_ascii(v)))) << i;
    stops |= bits_of(stop) << i;
  }
  const std::uint64_t whole = stops & first_bits(kBlock - 2);  // a code point is not parted
  bits.gaps |= whole | whole << 1U | whole << 2U;
  return bits;
}

// Where the set bits of a block at `at` are. Whole vectors are written, whether so many bits are there or not: a loop that
// ends with the last would be foretold badly.
HWY_INLINE std::size_t write_places(std::size_t at, std::uint64_t bits, std::uint32_t* to) {
  const auto base = static_cast<std::uint32_t>(at);
  const auto count = static_cast<std::size_t>(std::popcount(bits));
#if HWY_MAX_BYTES >= 32 && !HWY_HAVE_SCALABLE
  const hn::Repartition<std::uint32_t, Bytes> d;
  constexpr std::size_t kPlaces = kVectorBytes / 4;
  alignas(64) static constexpr std::uint32_t kRising[16] = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15};
  const auto rising = hn::Add(hn::Load(d, kRising), hn::Set(d, base));
  for (std::size_t i = 0; i < kBlock; i += kPlaces) {
    const auto part = static_cast<std::uint16_t>(bits >> i & ((1U << kPlaces) - 1));
    std::uint8_t stored[8] = {static_cast<std::uint8_t>(part), static_cast<std::uint8_t>(part >> 8U)};
    hn::StoreU(hn::CompressBits(hn::Add(rising, hn::Set(d, static_cast<std::uint32_t>(i))), stored), d, to);
    to += std::popcount(part);
  }
#else
  do {
    for (std::size_t i = 0; i < 16; ++i) {
      to[i] = base + static_cast<std::uint32_t>(std::countr_zero(bits));
      bits &= bits - 1;
    }
    to += 16;
  } while (bits != 0);
#endif
  return count;
}

class Cutter {
 public:
  Cutter(const EasyPoints& points, std::string_view text, TokenEdges& edges)
      : points_(points), text_(text), edges_(edges), slow_(text, edges) {}

  void run() {
    std::size_t at = 0;
    while (at < text_.size()) at = cut_block(cut_blocks(at));
    edges_.finish();
  }

 private:
  // Blocks of which all is known, one after the other without a look back. Like cut_block(), begins where a token begins
  // or a gap is, and says where the next does.
  HWY_INLINE std::size_t cut_blocks(std::size_t at) {
    if (at + 2 * kBlock > text_.size() || static_cast<unsigned char>(text_[at]) >= 0xe0) return at;
    BlockBits before, block = bits_at(at, before);
    std::uint64_t open = 0;  // 1 when the word that ended the block before goes on
    while (at + 2 * kBlock <= text_.size() && block.known == kBlock) {
      const BlockBits behind = bits_at(at + kBlock, block);
      if (behind.known != kBlock) break;
      const std::uint64_t words = words_in(block, before, behind);
      edges_.add(write_places(at, words ^ (words << 1U | open), edges_.room()));
      open = words >> (kBlock - 1);
      at += kBlock;
      before = block;
      block = behind;
    }
    if (open != 0) return edges_.take_back();
    return at + (before.leads >> (kBlock - 1));  // a gap of two bytes may have ended the block before
  }

  // One block, from `at` to where the next begins.
  HWY_INLINE std::size_t cut_block(std::size_t at) {
    if (at >= text_.size()) return at;
    BlockBits block = bits_at(at, {});
    const std::size_t left = text_.size() - at;
    const bool last = left < kBlock && block.known >= left;
    // A code point is not parted.
    const std::size_t known = last ? left : block.known - (block.known == kBlock ? block.leads >> (kBlock - 1) : 0);

    block.letters &= first_bits(known);
    block.digits &= first_bits(known);
    const std::uint64_t words = words_in(block, {}, {});
    // Whether a word's end is one depends on the byte behind it.
    const std::uint64_t ends = ~words & (words << 1U) & first_bits(last ? kBlock : std::max<std::size_t>(known, 1) - 1);
    const std::uint64_t done = ends == 0 ? 0 : first_bits(kBlock - static_cast<std::size_t>(std::countl_zero(ends)));
    edges_.add(write_places(at, (words ^ (words << 1U)) & done, edges_.room()));
    if (last) return text_.size();

    const std::uint64_t open = words & ~(words << 1U) & ~done;
    const std::size_t next = open != 0 ? static_cast<std::size_t>(std::countr_zero(open)) : known;
    if (block.known == kBlock && next != 0) return at + next;
    return cut_hard(at + next);
  }

  HWY_INLINE BlockBits bits_at(std::size_t at, const BlockBits& before) const {
    BlockBits block = block_bits(text_.data() + at);
    if (block.high != 0) add_page(text_.data() + at, before, block);
    return block;
  }

  // Gives letters of two bytes their bits: of those of one page. All else of more than one byte is not known.
  HWY_INLINE void add_page(const char* text, const BlockBits& before, BlockBits& block) const {
    const std::uint64_t parted = before.leads >> (kBlock - 1);  // its second byte is this block's first
    block.letters |= before.letters >> (kBlock - 1) & parted;
    const std::uint64_t high = block.high & ~parted;
    if (high == 0) return;
    const unsigned lead = static_cast<unsigned char>(text[std::countr_zero(high)]);
    if (lead < 0xe0) {
      const PageBits page = page_bits(points_.pages[(lead >> 1U) & 15U], static_cast<std::uint8_t>(lead & 0xfeU), text);
      block.letters |= page.letters | page.letters << 1U;
      block.leads = page.letters | page.gaps;
    }
    const std::uint64_t bad = high & ~(block.leads | block.leads << 1U);
    if (bad != 0) block.known = static_cast<std::size_t>(std::countr_zero(bad));
  }

  // Letters, digits, and what joins two of them.
  static HWY_INLINE std::uint64_t words_in(const BlockBits& block, const BlockBits& before, const BlockBits& behind) {
    const auto between = [](std::uint64_t bits, std::uint64_t bits_before, std::uint64_t bits_behind) {
      return (bits << 1U | bits_before >> (kBlock - 1)) & (bits >> 1U | bits_behind << (kBlock - 1));
    };
    return block.letters | block.digits | (block.apostrophes & between(block.letters, before.letters, behind.letters)) |
           (block.separators & between(block.digits, before.digits, behind.digits));
  }

  // A block of Han; else one token, run of clusters or other code point by tables.
  HWY_NOINLINE std::size_t cut_hard(std::size_t at) {
    if (!starts_han(at)) return slow_.cut(at);
    do {
      const std::size_t next = cut_han(at);
      if (next == at) return slow_.cut(at);
      at = next;
    } while (starts_han(at));
    return at;
  }

  // From a Han on, before which no other stands that is not in a token yet, to where the next block begins; `at` itself
  // when only the tables know.
  HWY_INLINE std::size_t cut_han(std::size_t at) {
    const HanBits block = han_bits(text_.data() + at);
    const std::uint64_t whole = block.han & first_bits(kBlock - 2);  // a code point is not parted
    const std::uint64_t unknown = ~(block.gaps | whole | whole << 1U | whole << 2U);
    const std::size_t left = text_.size() - at;
    const std::size_t known = std::min(left, unknown == 0 ? kBlock : static_cast<std::size_t>(std::countr_zero(unknown)));
    const bool ends = known == left || byte(at + known) < 0x80;  // else a mark may follow
    const std::size_t clear = known + (ends ? 1 : 0);  // the byte behind a token has to be in it
    const auto fitting = [clear](std::size_t bytes) { return first_bits(clear - std::min(clear, bytes)); };

    const std::uint64_t pairs = whole & (whole >> 3U) & fitting(6);
    const std::uint64_t alone = whole & ~(whole << 3U) & ~(whole >> 3U) & fitting(3);
    add_han(at, pairs, alone);
    if (ends || (whole >> (known - std::min<std::size_t>(known, 3)) & 1U) == 0) return at + known;
    return at + known - (known >= 6 && (whole >> (known - 6) & 1U) != 0 ? 6 : 3);
  }

  HWY_INLINE void add_han(std::size_t at, std::uint64_t pairs, std::uint64_t alone) {
    if (alone == 0) {
      std::array<std::uint32_t, TokenEdges::kMostAtOnce> begins;
      return edges_.add_bigrams(begins.data(), write_places(at, pairs, begins.data()));
    }
    for (std::uint64_t all = pairs | alone; all != 0; all &= all - 1) {
      const auto i = static_cast<std::size_t>(std::countr_zero(all));
      edges_(at + i, at + i + ((alone >> i & 1U) != 0 ? 3 : 6));
    }
  }

  // Han of the first plane from U+4E00 on, which the fold takes for itself too. Behind the text a NUL stands.
  [[nodiscard]] HWY_INLINE bool starts_han(std::size_t at) const {
    return byte(at) >= 0xe4 && byte(at) <= 0xe9 && (byte(at) != 0xe4 || byte(at + 1) >= 0xb8);
  }

  [[nodiscard]] HWY_INLINE unsigned byte(std::size_t at) const { return static_cast<unsigned char>(text_.data()[at]); }

  const EasyPoints& points_;
  std::string_view text_;
  TokenEdges& edges_;
  WordCutter<TokenEdges> slow_;
};

void cut_and_hash(const EasyPoints& points, const char* text, std::size_t size, std::vector<std::uint64_t>& hashes) {
  TokenEdges edges(text, hashes);
  Cutter(points, {text, size}, edges).run();
}

#endif

}  // namespace wireprint::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace wireprint {
HWY_EXPORT(cut_and_hash);

void append_token_hashes(const unicode::EasyPoints& points, const char* text, std::size_t size, std::vector<std::uint64_t>& hashes) {
  HWY_DYNAMIC_DISPATCH(cut_and_hash)(points, text, size, hashes);
}

}  // namespace wireprint
#endif
