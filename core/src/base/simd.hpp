// What the vectorised sources share. To be included by them once for each target, behind highway.h.
//
// Vectors are of a fixed size, at most 64 bytes, so that a mask of bytes fits a word. For Highway's targets without any
// vectors each source has its scalar twin: what an old processor runs, and the oracle of all others.
#include <hwy/highway.h>

#include <cstdint>
#include <cstring>
#include <type_traits>

#if defined(WIREPRINT_BASE_SIMD_HPP) == defined(HWY_TARGET_TOGGLE)
#ifdef WIREPRINT_BASE_SIMD_HPP
#undef WIREPRINT_BASE_SIMD_HPP
#else
#define WIREPRINT_BASE_SIMD_HPP
#endif

#ifndef WIREPRINT_VECTORS
#define WIREPRINT_VECTORS (HWY_TARGET != HWY_SCALAR && HWY_TARGET != HWY_EMU128)
#endif
#if WIREPRINT_VECTORS
#undef WIREPRINT_WIDE_VECTORS
HWY_BEFORE_NAMESPACE();
namespace wireprint::HWY_NAMESPACE {

namespace hn = hwy::HWY_NAMESPACE;

#if HWY_HAVE_SCALABLE
inline constexpr std::size_t kVectorBytes = 16;
#else
inline constexpr std::size_t kVectorBytes = HWY_MAX_BYTES < 64 ? HWY_MAX_BYTES : 64;
#endif

using Bytes = hn::FixedTag<std::uint8_t, kVectorBytes>;
using SignedBytes = hn::RebindToSigned<Bytes>;
using Words = hn::FixedTag<std::uint64_t, kVectorBytes / 8>;

/// A mask of a vector of bytes as bits, the first byte's lowest.
HWY_INLINE std::uint64_t bits_of(hn::Mask<Bytes> mask) {
  using Bits = std::conditional_t<kVectorBytes == 64, std::uint64_t, std::conditional_t<kVectorBytes == 32, std::uint32_t, std::uint16_t>>;
  std::uint8_t stored[8];
  hn::StoreMaskBits(Bytes(), mask, stored);
  Bits bits;
  std::memcpy(&bits, stored, sizeof bits);
  return bits;
}

/// `first` <= byte < `first` + `count`, for a range that lies on one side of 0x80.
HWY_INLINE hn::Mask<Bytes> in_range(hn::Vec<Bytes> v, std::uint8_t first, std::uint8_t count) {
  const SignedBytes d;  // signed comparison is one instruction everywhere
  const auto moved = hn::BitCast(d, hn::Sub(v, hn::Set(Bytes(), static_cast<std::uint8_t>(first + 128))));
  return hn::RebindMask(Bytes(), hn::Lt(moved, hn::Set(d, static_cast<std::int8_t>(count - 128))));
}

HWY_INLINE hn::Mask<Bytes> not_ascii(hn::Vec<Bytes> v) {
  const SignedBytes d;
  return hn::RebindMask(Bytes(), hn::Lt(hn::BitCast(d, v), hn::Zero(d)));
}

/// Bytes 0x80 to 0xbf.
HWY_INLINE hn::Mask<Bytes> continues(hn::Vec<Bytes> v) {
  const SignedBytes d;
  return hn::RebindMask(Bytes(), hn::Lt(hn::BitCast(d, v), hn::Set(d, static_cast<std::int8_t>(-64))));
}

HWY_INLINE hn::Vec<Bytes> load(const char* bytes) { return hn::LoadU(Bytes(), reinterpret_cast<const std::uint8_t*>(bytes)); }
HWY_INLINE void store(hn::Vec<Bytes> v, char* bytes) { hn::StoreU(v, Bytes(), reinterpret_cast<std::uint8_t*>(bytes)); }

/// `set` is 16 bytes; byte i of the answer is not 0 where `set` holds bit `low` (0 to 7) of its byte `high` (0 to 15).
HWY_INLINE hn::Mask<Bytes> in_set(const std::uint8_t* set, hn::Vec<Bytes> high, hn::Vec<Bytes> bit) {
  return hn::TestBit(hn::TableLookupBytes(hn::LoadDup128(Bytes(), set), high), bit);
}

/// 1 << `low`, for 0 to 7.
HWY_INLINE hn::Vec<Bytes> bit_of(hn::Vec<Bytes> low) {
  alignas(16) static constexpr std::uint8_t kBits[16] = {1, 2, 4, 8, 16, 32, 64, 128, 1, 2, 4, 8, 16, 32, 64, 128};
  return hn::TableLookupBytes(hn::LoadDup128(Bytes(), kBits), low);
}

using WordVector = hn::Vec<Words>;

/// The low half of each product.
HWY_INLINE WordVector times(WordVector a, WordVector b) {
#if HWY_ARCH_X86 && HWY_TARGET <= HWY_AVX3
  return hn::Mul(a, b);
#else
  const hn::Repartition<std::uint32_t, Words> half;
  const auto low_a = hn::BitCast(half, a), low_b = hn::BitCast(half, b);
  const auto high_a = hn::BitCast(half, hn::ShiftRight<32>(a)), high_b = hn::BitCast(half, hn::ShiftRight<32>(b));
  const auto cross = hn::Add(hn::MulEven(low_a, high_b), hn::MulEven(high_a, low_b));
  return hn::Add(hn::MulEven(low_a, low_b), hn::ShiftLeft<32>(cross));
#endif
}

inline constexpr std::size_t kLanes = kVectorBytes / 8;

#if HWY_MAX_BYTES >= 32 && !HWY_HAVE_SCALABLE
#define WIREPRINT_WIDE_VECTORS 1

/// For each mask of lanes the halves of words that are kept, in order.
template <std::size_t Lanes>
struct KeptHalves {
  alignas(64) std::uint32_t halves[std::size_t{1} << Lanes][2 * Lanes];

  constexpr KeptHalves() : halves() {
    for (std::uint32_t mask = 0; mask < 1U << Lanes; ++mask) {
      std::size_t kept = 0;
      for (std::uint32_t lane = 0; lane < Lanes; ++lane) {
        if ((mask >> lane & 1U) == 0) continue;
        halves[mask][kept++] = 2 * lane;
        halves[mask][kept++] = 2 * lane + 1;
      }
    }
  }
};
inline constexpr KeptHalves<kLanes> kKeptHalves;

/// Writes the words of `v` that are in `mask` to `to`, and others behind them, kLanes in all. Returns how many are in it.
/// Highway's Compress does so too; GCC 12 copies its table at every call.
HWY_INLINE std::size_t store_kept(WordVector v, hn::Mask<Words> mask, std::uint64_t* to) {
  const Words d;
  const hn::Repartition<std::uint32_t, Words> half;
  std::uint8_t bits[8];
  hn::StoreMaskBits(d, mask, bits);
  const auto order = hn::IndicesFromVec(half, hn::Load(half, kKeptHalves.halves[bits[0]]));
  hn::StoreU(hn::BitCast(d, hn::TableLookupLanes(hn::BitCast(half, v), order)), d, to);
  return hwy::PopCount(bits[0]);
}
#else
#define WIREPRINT_WIDE_VECTORS 0
#endif

}  // namespace wireprint::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();
#else
#undef WIREPRINT_WIDE_VECTORS
#define WIREPRINT_WIDE_VECTORS 0
#endif

#endif
