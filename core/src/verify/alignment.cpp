#include "wireprint/verify/alignment.hpp"

#include <algorithm>
#include <array>
#include <numeric>

#include "verify/same_words.hpp"
#include "verify/tiling.hpp"

namespace wireprint {
namespace {

using Words = std::span<const std::uint64_t>;

// lengths[i][j]: of the longest common subsequence of a[i..] and b[j..].
using Lengths = std::array<std::array<std::uint8_t, kLongestFill + 1>, kLongestFill + 1>;

/// A gap between two runs: words [a_begin, a_begin + a_size) and [b_begin, b_begin + b_size).
struct Gap {
  std::uint32_t a_begin;
  std::uint32_t b_begin;
  std::size_t a_size;
  std::size_t b_size;
};

template <class Same>
void measure(const Gap& gap, const Same& same, Lengths& lengths) {
  for (std::size_t i = 0; i <= gap.a_size; ++i) lengths[i][gap.b_size] = 0;
  for (std::size_t j = 0; j <= gap.b_size; ++j) lengths[gap.a_size][j] = 0;
  for (std::size_t i = gap.a_size; i-- > 0;) {
    for (std::size_t j = gap.b_size; j-- > 0;) {
      lengths[i][j] = same(gap.a_begin + i, gap.b_begin + j) ? static_cast<std::uint8_t>(lengths[i + 1][j + 1] + 1)
                                                             : std::max(lengths[i + 1][j], lengths[i][j + 1]);
    }
  }
}

// Adds the words of the longest common subsequence, those next to each other as one run.
template <class Same>
void fill(const Gap& gap, const Same& same, std::vector<AlignedRun>& runs) {
  Lengths lengths;
  measure(gap, same, lengths);
  for (std::uint32_t i = 0, j = 0; i < gap.a_size && j < gap.b_size && lengths[i][j] > 0;) {
    if (!same(gap.a_begin + i, gap.b_begin + j)) {
      if (lengths[i + 1][j] >= lengths[i][j + 1]) ++i;
      else ++j;
      continue;
    }
    AlignedRun run{gap.a_begin + i, gap.b_begin + j, 0, false};
    while (i < gap.a_size && j < gap.b_size && same(gap.a_begin + i, gap.b_begin + j)) ++i, ++j, ++run.length;
    runs.push_back(run);
  }
}

bool can_fill(std::int64_t gap) { return gap >= 1 && gap <= kLongestFill; }

// Of each tile by place in a: how many tiles lie before it in b.
std::vector<std::size_t> order_in_b(std::span<const AlignedRun> tiles) {
  std::vector<std::size_t> by_b(tiles.size());
  std::iota(by_b.begin(), by_b.end(), std::size_t{0});
  std::ranges::sort(by_b, {}, [&](std::size_t i) { return tiles[i].b_begin; });
  std::vector<std::size_t> order(tiles.size());
  for (std::size_t i = 0; i < by_b.size(); ++i) order[by_b[i]] = i;
  return order;
}

// Tiles by place in a, and between them what of the gaps is aligned word by word.
template <class Same>
std::vector<AlignedRun> filled(std::span<const AlignedRun> tiles, const Same& same) {
  const auto place_in_b = order_in_b(tiles);
  std::vector<AlignedRun> runs;
  for (std::size_t i = 0; i < tiles.size(); ++i) {
    if (i > 0 && place_in_b[i] == place_in_b[i - 1] + 1) {  // else a passage that was moved lies between them
      const AlignedRun& before = tiles[i - 1];
      const std::int64_t gap_a = std::int64_t{tiles[i].a_begin} - before.a_end();
      const std::int64_t gap_b = std::int64_t{tiles[i].b_begin} - before.b_end();
      if (can_fill(gap_a) && can_fill(gap_b)) {
        fill(Gap{before.a_end(), before.b_end(), static_cast<std::size_t>(gap_a), static_cast<std::size_t>(gap_b)}, same, runs);
      }
    }
    runs.push_back(tiles[i]);
  }
  return runs;
}

}  // namespace

bool continues(const AlignedRun& run, const AlignedRun& next) {
  return next.a_begin >= run.a_end() && next.a_begin - run.a_end() <= kLongestGap && next.b_begin >= run.b_end() &&
         next.b_begin - run.b_end() <= kLongestGap;
}

std::vector<AlignedRun> align(Words words_a, std::span<const Seed> seeds_a, Words words_b, std::span<const Seed> seeds_b) {
  return filled(tile(words_a, seeds_a, words_b, seeds_b), EqualWords{words_a, words_b});
}

std::vector<AlignedRun> align(const PreparedText& a, const PreparedText& b, std::span<const CommonShingle> common) {
  if (a.is_spelled() && b.is_spelled()) return filled(tile_alike(a, b, common), LikeWords{a, b});
  return filled(tile(a.tokens.hashes, a.seeds, b.tokens.hashes, b.seeds, common), EqualWords{a.tokens.hashes, b.tokens.hashes});
}

}  // namespace wireprint
