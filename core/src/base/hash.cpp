#include "wireprint/base/hash.hpp"

#include <fmt/format.h>
#include <xxhash.h>

#include <bit>

namespace wireprint {

static_assert(std::endian::native == std::endian::little, "hash_words_128 reads words as little-endian bytes");

std::string Hash128::hex() const { return fmt::format("{:016x}{:016x}", high, low); }

std::uint64_t hash_bytes(std::string_view bytes, std::uint64_t seed) {
  return XXH3_64bits_withSeed(bytes.data(), bytes.size(), seed);
}

Hash128 hash_bytes_128(std::string_view bytes) {
  const XXH128_hash_t h = XXH3_128bits(bytes.data(), bytes.size());
  return {h.high64, h.low64};
}

Hash128 hash_words_128(std::span<const std::uint64_t> values) {
  const XXH128_hash_t h = XXH3_128bits(values.data(), values.size_bytes());
  return {h.high64, h.low64};
}

}  // namespace wireprint
