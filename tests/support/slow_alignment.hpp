// The slow twin of alignment: the same rules, written the obvious way, over every pair of places.
#pragma once

#include <algorithm>
#include <cstdint>
#include <vector>

#include "wireprint/verify/alignment.hpp"

namespace wireprint::test {

using Words = std::vector<std::uint64_t>;

/// Greedy string tiling: always the longest run of words free on both sides, at a tie the first in a, then in b.
inline std::vector<AlignedRun> slow_tiles(const Words& a, const Words& b, std::uint32_t least) {
  std::vector<bool> used_a(a.size()), used_b(b.size());
  std::vector<AlignedRun> tiles;
  for (;;) {
    AlignedRun best{0, 0, 0};
    for (std::uint32_t i = 0; i < a.size(); ++i) {
      for (std::uint32_t j = 0; j < b.size(); ++j) {
        std::uint32_t n = 0;
        while (i + n < a.size() && j + n < b.size() && a[i + n] == b[j + n] && !used_a[i + n] && !used_b[j + n]) ++n;
        if (n > best.length) best = {i, j, n};
      }
    }
    if (best.length < least) break;
    std::fill_n(used_a.begin() + best.a_begin, best.length, true);
    std::fill_n(used_b.begin() + best.b_begin, best.length, true);
    tiles.push_back(best);
  }
  std::sort(tiles.begin(), tiles.end(), [](const AlignedRun& x, const AlignedRun& y) { return x.a_begin < y.a_begin; });
  return tiles;
}

/// Length of the longest common subsequence of a[a_begin, a_end) and b[b_begin, b_end).
inline std::uint32_t slow_common(const Words& a, std::size_t a_begin, std::size_t a_end, const Words& b, std::size_t b_begin, std::size_t b_end) {
  std::vector<std::vector<std::uint32_t>> best(a_end - a_begin + 1, std::vector<std::uint32_t>(b_end - b_begin + 1, 0));
  for (std::size_t i = 1; i < best.size(); ++i) {
    for (std::size_t j = 1; j < best[i].size(); ++j) {
      const bool same = a[a_begin + i - 1] == b[b_begin + j - 1];
      best[i][j] = same ? best[i - 1][j - 1] + 1 : std::max(best[i - 1][j], best[i][j - 1]);
    }
  }
  return best.back().back();
}

}  // namespace wireprint::test
