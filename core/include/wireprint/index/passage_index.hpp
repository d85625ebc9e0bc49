// An inverted index on sampled shingles: which texts share a passage, however short next to the rest.
//
// It finds what banding can't: the copy that was cut to a fifth, where the resemblance is 0.2. Shingles that are
// furniture for a pair (see spread) do not count. Immutable once built; any number of threads may ask, each with its
// own Counter.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <vector>

#include "wireprint/base/executor.hpp"
#include "wireprint/base/ids.hpp"
#include "wireprint/index/candidates.hpp"
#include "wireprint/spread/crossing_days.hpp"

namespace wireprint {

/// What the index needs of a text. The texts come in the order of time; an id is a position in that order.
struct IndexedText {
  std::optional<Day> day;
  std::uint32_t words = 0;
  std::span<const std::uint64_t> samples;  ///< has to outlive the index; empty where a text takes no part
};

struct PassageRule {
  int shared = 2;             ///< so many shared story samples make a candidate
  int shared_if_short = 1;    ///< so many, where the shorter text has fewer than `short_words`
  int short_words = 200;
  /// A text with more others before it than this that hold a shingle is compared with the `anchors` first of them and
  /// the `anchors` last only, so that a day's boilerplate costs linear time. A story that so many outlets print stays
  /// connected through them. What comes later in time has no say: a pair once proposed stays so as the set grows.
  int crowd = 200;
  int anchors = 24;
};

/// Of `before` texts that hold a shingle, in the order of time, whether the one at `position` is compared with the next.
[[nodiscard]] inline bool is_visible(const PassageRule& rule, std::size_t position, std::size_t before) {
  const auto anchors = static_cast<std::size_t>(rule.anchors);
  return before <= static_cast<std::size_t>(rule.crowd) || position < anchors || position + anchors >= before;
}

/// Whether a pair that shares so many story samples is a candidate.
[[nodiscard]] bool is_enough(const PassageRule& rule, std::uint32_t shared, std::uint32_t words_a, std::uint32_t words_b);

class PassageIndex {
 public:
  /// Scratch memory for one thread.
  class Counter {
   public:
    explicit Counter(const PassageIndex& index) : shared_(index.texts_.size(), 0) {}

   private:
    friend class PassageIndex;
    std::vector<std::uint32_t> shared_;
    std::vector<ArticleId> touched_;
  };

  /// `spread` and what `texts` point to have to outlive the index.
  PassageIndex(std::vector<IndexedText> texts, const CrossingDays& spread, PassageRule rule, const Executor& executor);

  /// As that, where samples are kept elsewhere: `samples_of` appends those of a text, none where it takes no part, and is
  /// called from several threads. At most `hashes_held` of them are held at a time.
  using SamplesOf = CrossingDays::SamplesOf;
  PassageIndex(std::vector<IndexedText> texts, const SamplesOf& samples_of, const CrossingDays& spread, PassageRule rule, const Executor& executor,
               std::size_t hashes_held);

  [[nodiscard]] std::size_t size() const { return texts_.size(); }

  /// Adds the candidates of `later` among the texts before it to `found`, by `earlier`; what they share are story samples.
  void candidates_before(ArticleId later, Counter& counter, std::vector<Candidate>& found) const;

  /// Postings kept, and shingles in more texts than `crowd`.
  [[nodiscard]] std::size_t postings() const { return ids_.size(); }
  [[nodiscard]] std::size_t crowded() const { return crowded_; }

 private:
  struct List {  ///< of one shingle
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    Day crossing = kNever;
  };
  void count_list(const List& list, ArticleId later, Counter& counter) const;
  void count_for_undated(const List& list, ArticleId later, Counter& counter) const;
  void build(const SamplesOf& samples_of, const CrossingDays& spread, const Executor& executor, std::size_t hashes_held);
  void turn_round();
  void touch_visible(std::span<const ArticleId> before, Counter& counter) const;

  std::vector<IndexedText> texts_;
  PassageRule rule_;
  std::vector<ArticleId> ids_;                ///< the texts of each list, ascending
  std::vector<List> lists_;                   ///< of shingles that may be story to two texts and more
  std::vector<std::uint32_t> lists_of_;       ///< the lists of each text, one text after the other
  std::vector<std::uint32_t> first_list_of_;  ///< by text: where its lists begin
  std::size_t crowded_ = 0;
};

}  // namespace wireprint
