// The second half of a run: from articles and fingerprints to proven copies.
#pragma once

#include <vector>

#include "engine/intake.hpp"
#include "engine/proofs.hpp"
#include "engine/ranking.hpp"
#include "wireprint/index/band_index.hpp"
#include "wireprint/index/passage_index.hpp"
#include "wireprint/report/explanation.hpp"

namespace wireprint {

/// All that is known about a set of articles; members refer to each other, so it stays where it was made.
class Judging {
 public:
  Judging(const Intake& intake, const ClusterOptions& options, const Executor& executor);
  Judging(const Judging&) = delete;
  Judging& operator=(const Judging&) = delete;

  /// Finds the groups of nearly identical texts; then the copies among their leaders.
  void group();
  void prove();

  /// Short pages of which every sampled shingle recurs for weeks: a cookie notice, a paywall's text. They are compared
  /// with none.
  [[nodiscard]] bool has_content(Rank rank) const { return has_content_[rank]; }

  [[nodiscard]] const Ranking& ranking() const { return ranking_; }
  [[nodiscard]] Proofs& proofs() { return proofs_; }
  [[nodiscard]] const Proofs& proofs() const { return proofs_; }
  [[nodiscard]] const std::vector<Rank>& leaders() const { return leaders_; }  ///< by rank: the earliest of its group
  [[nodiscard]] MinHash minhash(Rank rank) const { return intake_.prints.minhash(ranking_.article(rank)); }
  [[nodiscard]] std::uint32_t words(Rank rank) const { return intake_.prints.words(ranking_.article(rank)); }
  [[nodiscard]] const CrossingDays& spread() const { return spread_; }
  [[nodiscard]] const Recipe& recipe() const { return options_.recipe; }
  [[nodiscard]] std::uint64_t exact_copies() const { return exact_copies_; }

  /// Whether an index proposed the pair, or the groups that the two belong to: exact where the run keeps refused pairs, else
  /// what the passage index's rule says.
  [[nodiscard]] bool is_candidate(Rank a, Rank b) const;

  /// Why it is none; for one that is not.
  [[nodiscard]] Unproposed why_no_candidate(Rank a, Rank b) const;

  /// Sampled shingles in both, and those of them that are story for the pair.
  struct Shared {
    std::uint32_t samples = 0;
    std::uint32_t story = 0;
  };
  [[nodiscard]] Shared shared_samples(Rank a, Rank b) const;

 private:
  [[nodiscard]] const Hash128& exact(Rank rank) const { return intake_.prints.exact(ranking_.article(rank)); }
  [[nodiscard]] std::vector<std::uint64_t> samples(Rank rank) const { return intake_.prints.samples(ranking_.article(rank)); }
  [[nodiscard]] bool leads(Rank rank) const { return leaders_[rank] == rank && has_content_[rank]; }
  [[nodiscard]] CrossingDays count_spread() const;
  void leave_out_pages_without_story();
  void group_identical();
  [[nodiscard]] std::vector<Bucket> buckets_of_leaders() const;
  void group_nearly_identical(const std::vector<Bucket>& buckets);
  void prove_reissues(std::vector<std::pair<Rank, Rank>> pairs);
  [[nodiscard]] PassageIndex index_leaders() const;

  const Intake& intake_;
  const ClusterOptions& options_;
  const Executor& executor_;
  Ranking ranking_;
  CrossingDays spread_;
  Proofs proofs_;
  PassageRule passage_rule_;
  std::vector<bool> has_content_;
  std::vector<Rank> leaders_;
  std::uint64_t exact_copies_ = 0;
};

}  // namespace wireprint
