// The conventional run: what resembles each other as a whole is linked, and nothing else is asked.
#pragma once

#include <cstdint>
#include <vector>

#include "engine/intake.hpp"
#include "engine/linking.hpp"
#include "engine/ranking.hpp"

namespace wireprint {

/// A run by JaccardRule. Members refer to each other, so it stays where it was made.
class JaccardRun {
 public:
  JaccardRun(const Intake& intake, const ClusterOptions& options, const Executor& executor);
  JaccardRun(const JaccardRun&) = delete;
  JaccardRun& operator=(const JaccardRun&) = delete;

  [[nodiscard]] const Ranking& ranking() const { return ranking_; }

  /// Each connected component stands and falls together. Copies are the pairs of different sets of shingles that reach the
  /// threshold, and each article with the earliest of the same set.
  [[nodiscard]] const Links& links() const { return links_; }
  [[nodiscard]] std::uint64_t exact_copies() const { return exact_copies_; }

  /// All figures of two ranks, nothing taken off; `earlier` < `later`. From any thread.
  [[nodiscard]] Match compare(Rank earlier, Rank later) const;

 private:
  [[nodiscard]] std::vector<std::uint64_t> shingles_of(Rank rank) const;
  void group_equal(std::vector<std::vector<std::uint64_t>>& sets, const Executor& executor);
  void link(const std::vector<std::pair<Rank, Rank>>& pairs, const Executor& executor);

  const Intake& intake_;
  const Recipe& recipe_;
  double threshold_;
  Ranking ranking_;
  std::vector<Rank> equal_;  // by rank: the earliest with the same set
  Links links_;
  std::uint64_t exact_copies_ = 0;
};

}  // namespace wireprint
