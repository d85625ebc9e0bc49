// The oracle of every index of candidates: exact counts of the story shingles that two texts share.
//
// It keeps every shingle, so it costs many times the memory and time of what it judges. Immutable once built; any
// number of threads may ask.
#pragma once

#include <vector>

#include "wireprint/index/passage_index.hpp"

namespace wireprint {

/// Which pairs it gives.
struct ExactRule {
  double containment = 0.5;            ///< in [0, 1]: at least this share of the story shingles of the one that has fewer stands in the other
  std::uint32_t least_shingles = 20;   ///< the one that has fewer story shingles has at least so many
};

/// An index of candidates (see candidates.hpp); what a pair shares are story shingles: those that are not furniture at
/// the pair's date.
class ExactIndex {
 public:
  /// Scratch memory for one thread.
  class Counter {
   public:
    explicit Counter(const ExactIndex& index) : shared_(index.shared_) {}

   private:
    friend class ExactIndex;
    PassageIndex::Counter shared_;
    std::vector<Candidate> sharing_;
  };

  /// `texts` hold *all* their shingles as samples, distinct, and `spread` counts all of them. What they point to has to
  /// outlive the index.
  ExactIndex(std::vector<IndexedText> texts, const CrossingDays& spread, ExactRule rule, const Executor& executor);

  [[nodiscard]] std::size_t size() const { return shared_.size(); }
  void candidates_before(ArticleId later, Counter& counter, std::vector<Candidate>& found) const;

 private:
  [[nodiscard]] std::uint32_t story_shingles(ArticleId id, Day horizon) const;

  ExactRule rule_;
  std::vector<std::optional<Day>> days_;
  std::vector<std::uint32_t> shingles_;      // by text: how many it has,
  std::vector<std::vector<Day>> crossings_;  // and the crossing days of those that cross, sorted
  PassageIndex shared_;
};

}  // namespace wireprint
