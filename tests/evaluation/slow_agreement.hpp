// The measures as their papers define them, thing by thing and pair by pair.
#pragma once

#include <cmath>
#include <cstdint>
#include <map>
#include <set>
#include <utility>
#include <vector>

namespace wireprint::test {

using Clusters = std::vector<std::uint32_t>;

/// Pairs of things by whether they stand together in truth and in found.
struct PairCounts {
  double both = 0, truth_only = 0, found_only = 0, neither = 0;
};

inline PairCounts count_pairs(const Clusters& truth, const Clusters& found) {
  PairCounts counts;
  for (std::size_t i = 0; i < truth.size(); ++i) {
    for (std::size_t j = i + 1; j < truth.size(); ++j) {
      const bool t = truth[i] == truth[j];
      const bool f = found[i] == found[j];
      ++(t ? (f ? counts.both : counts.truth_only) : (f ? counts.found_only : counts.neither));
    }
  }
  return counts;
}

/// The form of Hubert and Arabie in the four counts.
inline double slow_adjusted_rand(const Clusters& truth, const Clusters& found) {
  const auto [a, b, c, d] = count_pairs(truth, found);
  return 2 * (a * d - b * c) / ((a + b) * (b + d) + (a + c) * (c + d));
}

/// For each thing, of the others and itself in its cluster of `of`, the share that stands with it in `with`; the mean.
inline double slow_b_cubed(const Clusters& of, const Clusters& with) {
  double sum = 0;
  for (std::size_t i = 0; i < of.size(); ++i) {
    double all = 0, right = 0;
    for (std::size_t j = 0; j < of.size(); ++j) {
      if (of[i] != of[j]) continue;
      ++all;
      if (with[i] == with[j]) ++right;
    }
    sum += right / all;
  }
  return sum / static_cast<double>(of.size());
}

inline double slow_entropy(const Clusters& of, const Clusters& given) {
  std::map<std::pair<std::uint32_t, std::uint32_t>, double> joint;
  std::map<std::uint32_t, double> whole;
  const auto n = static_cast<double>(of.size());
  for (std::size_t i = 0; i < of.size(); ++i) joint[{given[i], of[i]}] += 1 / n, whole[given[i]] += 1 / n;
  double sum = 0;
  for (const auto& [cell, p] : joint) sum -= p * std::log(p / whole[cell.first]);
  return sum;
}

/// 1 - H(of | given) / H(of).
inline double slow_explained(const Clusters& of, const Clusters& given) {
  return 1 - slow_entropy(of, given) / slow_entropy(of, Clusters(of.size(), 0));
}

}  // namespace wireprint::test
