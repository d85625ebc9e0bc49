// What each part of a run may hold where its memory is limited.
#pragma once

#include <algorithm>
#include <cstdint>
#include <optional>

#include "base/hash_parts.hpp"

namespace wireprint {

struct MemoryShares {
  std::size_t bodies = ~std::size_t{0};             ///< bytes of text
  std::size_t prints = ~std::size_t{0};             ///< bytes of sketches and samples
  std::size_t hashes_held = HashParts::kInMemory;   ///< while an index is made; 12 bytes each
  std::size_t words_cached = 4'000'000;         ///< tokens of texts whose words are ready for proof: some 36 bytes each
  std::size_t tokens_cached = 1'000'000;        ///< of texts that are so as a whole: some 46 bytes each
};

/// Half of the memory is left to what a run knows of each article.
[[nodiscard]] inline MemoryShares shares_of(const std::optional<std::uint64_t>& memory) {
  MemoryShares shares;
  if (!memory) return shares;
  shares.bodies = *memory / 8;
  shares.prints = *memory / 8;
  shares.hashes_held = *memory / 8 / 12;
  shares.words_cached = std::min<std::size_t>(shares.words_cached, *memory / 16 / 36);
  shares.tokens_cached = std::min<std::size_t>(shares.tokens_cached, *memory / 16 / 46);
  return shares;
}

}  // namespace wireprint
