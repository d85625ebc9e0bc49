#include "sketch/shingle_kernels.hpp"

#include <bit>

#include "wireprint/base/hash.hpp"

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "sketch/shingle_kernels.cpp"
#include <hwy/foreach_target.h>
#include <hwy/highway.h>

#include "base/simd.hpp"

HWY_BEFORE_NAMESPACE();
namespace wireprint::HWY_NAMESPACE {

constexpr int kTurn = 13;  // odd, so that no two of 64 tokens are turned alike

std::uint64_t shingle_at(const std::uint64_t* tokens, std::size_t width, std::uint64_t salt) {
  std::uint64_t sum = 0;
  for (std::size_t j = 0; j < width; ++j) sum = std::rotl(sum, kTurn) ^ tokens[j];
  return mix64(sum ^ salt);
}

#if WIREPRINT_VECTORS

HWY_INLINE WordVector mixed(WordVector x) {  // mix64
  const Words d;
  x = times(hn::Xor(x, hn::ShiftRight<30>(x)), hn::Set(d, 0xbf58476d1ce4e5b9U));
  x = times(hn::Xor(x, hn::ShiftRight<27>(x)), hn::Set(d, 0x94d049bb133111ebU));
  return hn::Xor(x, hn::ShiftRight<31>(x));
}

std::size_t roll_vectors(const std::uint64_t* tokens, std::size_t width, std::uint64_t salt, std::uint64_t* shingles, std::size_t count) {
  const Words d;
  std::size_t i = 0;
  for (; i + kLanes <= count; i += kLanes) {
    auto sum = hn::LoadU(d, tokens + i);
    for (std::size_t j = 1; j < width; ++j) sum = hn::Xor(hn::RotateRight<64 - kTurn>(sum), hn::LoadU(d, tokens + i + j));
    hn::StoreU(mixed(hn::Xor(sum, hn::Set(d, salt))), d, shingles + i);
  }
  return i;
}

#else

std::size_t roll_vectors(const std::uint64_t*, std::size_t, std::uint64_t, std::uint64_t*, std::size_t) { return 0; }

#endif

#if WIREPRINT_WIDE_VECTORS

std::size_t copy_vectors(const std::uint64_t* values, std::size_t count, std::uint64_t bound, std::uint64_t* to, std::size_t& copied) {
  const Words d;
  std::size_t i = 0;
  for (; i + kLanes <= count; i += kLanes) {
    const auto v = hn::LoadU(d, values + i);
    copied += store_kept(v, hn::Lt(v, hn::Set(d, bound)), to + copied);
  }
  return i;
}

#else

std::size_t copy_vectors(const std::uint64_t*, std::size_t, std::uint64_t, std::uint64_t*, std::size_t&) { return 0; }

#endif

void roll(const std::uint64_t* tokens, std::size_t width, std::uint64_t salt, std::uint64_t* shingles, std::size_t count) {
  std::size_t i = roll_vectors(tokens, width, salt, shingles, count);
  for (; i < count; ++i) shingles[i] = shingle_at(tokens + i, width, salt);
}

std::size_t copy(const std::uint64_t* values, std::size_t count, std::uint64_t bound, std::uint64_t* to) {
  std::size_t copied = 0;
  for (std::size_t i = copy_vectors(values, count, bound, to, copied); i < count; ++i) {
    to[copied] = values[i];
    copied += values[i] < bound ? 1U : 0U;
  }
  return copied;
}

}  // namespace wireprint::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace wireprint {
HWY_EXPORT(roll);
HWY_EXPORT(copy);

void roll_shingles(std::span<const std::uint64_t> tokens, std::size_t width, std::uint64_t salt, std::span<std::uint64_t> shingles) {
  HWY_DYNAMIC_DISPATCH(roll)(tokens.data(), width, salt, shingles.data(), shingles.size());
}

std::size_t copy_below(std::span<const std::uint64_t> values, std::uint64_t bound, std::uint64_t* to) {
  return HWY_DYNAMIC_DISPATCH(copy)(values.data(), values.size(), bound, to);
}

}  // namespace wireprint
#endif
