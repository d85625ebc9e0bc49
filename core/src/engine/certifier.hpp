// Compares a sample of articles with all others, without any index.
#pragma once

#include <cstdint>
#include <vector>

#include "engine/judging.hpp"
#include "wireprint/engine/certificate.hpp"
#include "wireprint/report/run.hpp"

namespace wireprint {

class Certifier {
 public:
  Certifier(const ClusterRun& run, Judging& judging, const Executor& executor) : run_(run), judging_(judging), executor_(executor) {}

  /// Of the articles, those with the smallest hashes of seed and key.
  [[nodiscard]] Certificate run(std::size_t sample, std::uint64_t seed) const;

 private:
  /// What comparing one article with the sampled ones gives.
  struct Found {
    std::vector<Rank> copied_by;  ///< sampled ones of which it is a copy
    std::uint64_t comparisons = 0;
    Share proposed;
    Share joined;
  };

  [[nodiscard]] std::vector<Rank> draw(std::size_t sample, std::uint64_t seed) const;
  [[nodiscard]] Found compare_with(Rank other, const std::vector<Rank>& sampled) const;
  [[nodiscard]] bool together(Rank a, Rank b) const;

  const ClusterRun& run_;
  Judging& judging_;
  const Executor& executor_;
};

}  // namespace wireprint
