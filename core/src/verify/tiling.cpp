#include "verify/tiling.hpp"

#include <algorithm>

#include "verify/same_words.hpp"
#include "verify/tiler.hpp"

namespace wireprint {
namespace {

using Words = std::span<const std::uint64_t>;
using Seeds = std::span<const Seed>;

constexpr std::uint32_t kLeastLikeWords = 2;  // about as many as the letters of a shingle reach over

}  // namespace

std::vector<AlignedRun> tile(Words words_a, Seeds seeds_a, Words words_b, Seeds seeds_b) {
  return tile(words_a, seeds_a, words_b, seeds_b, common_shingles(seeds_a, seeds_b));
}

std::vector<AlignedRun> tile(Words words_a, Seeds seeds_a, Words words_b, Seeds seeds_b, std::span<const CommonShingle> common) {
  if (common.empty()) return {};
  const std::size_t width = std::min(words_a.size() - seeds_a.size(), words_b.size() - seeds_b.size()) + 1;
  return Tiler(EqualWords{words_a, words_b}, static_cast<std::uint32_t>(width)).run(seeds_a, seeds_b, common);
}

std::vector<AlignedRun> tile_alike(const PreparedText& a, const PreparedText& b, std::span<const CommonShingle> common) {
  return Tiler(LikeWords{a, b}, kLeastLikeWords).run(a.seeds, b.seeds, common);
}

}  // namespace wireprint
