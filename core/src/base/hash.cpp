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

// The library's state asks for an alignment that only its own allocation is sure to give.
struct BytesHash::State {
  struct Free {
    void operator()(XXH3_state_t* state) const { XXH3_freeState(state); }
  };
  std::unique_ptr<XXH3_state_t, Free> xxh{XXH3_createState()};
};

BytesHash::BytesHash() : state_(std::make_unique<State>()) { XXH3_128bits_reset(state_->xxh.get()); }
BytesHash::BytesHash(BytesHash&&) noexcept = default;
BytesHash& BytesHash::operator=(BytesHash&&) noexcept = default;
BytesHash::~BytesHash() = default;

void BytesHash::add(std::string_view bytes) { XXH3_128bits_update(state_->xxh.get(), bytes.data(), bytes.size()); }

Hash128 BytesHash::value() const {
  const XXH128_hash_t h = XXH3_128bits_digest(state_->xxh.get());
  return {h.high64, h.low64};
}

Hash128 hash_words_128(std::span<const std::uint64_t> values) {
  const XXH128_hash_t h = XXH3_128bits(values.data(), values.size_bytes());
  return {h.high64, h.low64};
}

}  // namespace wireprint
