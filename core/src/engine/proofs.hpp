// Compares articles on their text, each pair once, and remembers the copies.
#pragma once

#include <atomic>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <vector>

#include "engine/intake.hpp"
#include "engine/ranking.hpp"
#include "engine/text_cache.hpp"
#include "wireprint/verify/judgement.hpp"

namespace wireprint {

/// Thread-safe.
class Proofs {
 public:
  Proofs(const Intake& intake, const Ranking& ranking, const ClusterOptions& options, const CrossingDays& spread);

  /// The judged match of two ranks, in terms of ranks; `earlier` < `later`. Every call compares.
  [[nodiscard]] Match compare(Rank earlier, Rank later);

  /// Whether outlets and headlines allow that one is the other issued again.
  [[nodiscard]] bool may_be_reissue(Rank earlier, Rank later) const;

  /// Whether the pair is a copy, and each nearly all of the other. Remembers it then.
  bool prove_nearly_identical(Rank earlier, Rank later);

  /// Whether the pair is a copy. Remembers it then; if not, where the run wants those too.
  bool prove(Rank earlier, Rank later);

  /// Whether the pair is remembered. Not while others prove.
  [[nodiscard]] bool knows(Rank earlier, Rank later) const { return known_.contains({later, earlier}); }

  /// What is remembered of the pair, else as compare().
  Match match(Rank earlier, Rank later);

  /// What match() would find of that, at a fraction of the cost.
  SharedStory shared(Rank earlier, Rank later);

  /// What is remembered, by (later, earlier): everything, or the copies alone. Not while others prove.
  [[nodiscard]] std::vector<Match> all() const;
  [[nodiscard]] std::vector<Match> copies() const;
  [[nodiscard]] std::uint64_t comparisons() const { return comparisons_; }

  [[nodiscard]] std::shared_ptr<const OwnedText> text(Rank rank) { return cache_.get(rank); }

 private:
  using Key = std::pair<Rank, Rank>;  // later, earlier
  [[nodiscard]] const Article& article(Rank rank) const { return intake_.run.articles[ranking_.article(rank)].article; }
  [[nodiscard]] std::shared_ptr<const PreparedText> words_of(Rank rank) const;
  [[nodiscard]] std::shared_ptr<const OwnedText> text_of(Rank rank);
  [[nodiscard]] PairFacts facts_of(Rank earlier, Rank later) const;
  [[nodiscard]] std::optional<Match> known(Rank earlier, Rank later);
  Match judged(Rank earlier, Rank later);
  void remember(const Match& judged);

  const Intake& intake_;
  const Ranking& ranking_;
  const ClusterOptions& options_;
  const CrossingDays& spread_;
  TextCache<PreparedText> words_;
  TextCache<OwnedText> cache_;
  std::mutex mutex_;
  std::map<Key, Match> known_;
  std::atomic<std::uint64_t> comparisons_{0};
};

}  // namespace wireprint
