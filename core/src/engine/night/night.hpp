// One batch on its way into a store: what was, what will be, and the steps from the one to the other.
//
// A step finds out whose part of the answer the one before it may have changed, and works that out anew by the rules of a
// run over the whole set. So the clusters are a function of the set, and an ordinary night costs what it brings.
#pragma once

#include <map>
#include <set>
#include <vector>

#include "engine/night/pair_proofs.hpp"

namespace wireprint {

/// Articles of which a word became furniture, or story again, and the dates of the pairs for which it did.
class Stale {
 public:
  void add(DocId doc, DayRange days);

  [[nodiscard]] bool has(DocId doc) const { return days_.contains(doc); }
  [[nodiscard]] const std::map<DocId, DayRange>& all() const { return days_; }

  /// Whether a pair may be judged otherwise than before.
  [[nodiscard]] bool touches(DocId a, Day day_a, DocId b, Day day_b) const;

 private:
  [[nodiscard]] bool at(DocId doc, Day later) const;
  std::map<DocId, DayRange> days_;
};

/// What the steps share. Of one thread, but for the proofs.
struct Night {
  Night(std::shared_ptr<const StoreView> base, const NightRules& night_rules, const Executor& night_executor)
      : rules(night_rules),
        executor(night_executor),
        overlay(std::move(base)),
        documents(overlay, rules),
        before(overlay.base(), documents, rules),
        after(overlay, documents, rules),
        proofs(documents, rules) {}

  [[nodiscard]] bool is_stale(DocId a, DocId b) { return stale.touches(a, documents.day(a), b, documents.day(b)); }

  const NightRules& rules;
  const Executor& executor;
  Overlay overlay;
  Documents documents;
  Scene before;
  Scene after;
  PairProofs proofs;

  std::set<DocId> entered;    ///< current now and not before, or the other way round
  std::set<DocId> redated;    ///< of which the precision was settled
  Stale stale;
  std::set<DocId> asked;      ///< texts that were asked again which group they belong to
  std::set<DocId> regrouped;  ///< those that take part now and not before, or the other way round, or belong to another group
  std::set<DocId> rejoined;   ///< sides of copies that were found or lost
  std::uint64_t judged_again = 0;  ///< articles that were there before, and were looked at anew
};

/// Counts `entered` into the spread in time, and finds out which texts are stale and which pages hold no story.
void count_spread(Night& night);

/// As count_spread(), but only the spread and what `entered` itself is made of: for who looks at nothing else.
void count_spread_alone(Night& night);

/// Gives each article its group.
void find_groups(Night& night);

/// Finds the copies among the leaders, and those that hold the members of groups.
void find_copies(Night& night);

/// From copies to clusters: those that change are written, with their ids, history and events of what became of them.
struct ClusterMove {
  DocId doc = kNoDoc;
  ClusterNumber from = 0;
  ClusterNumber to = 0;
  bool role_changed = false;
};
struct ClusterChange {
  ClusterNumber cluster = 0;
  std::vector<ClusterNumber> from;  ///< what it absorbed, or was split off from
  bool split = false;
};
struct Reclustered {
  std::vector<ClusterMove> moves;      ///< of articles that are current, in the order of time
  std::vector<ClusterChange> changes;  ///< by cluster
};
[[nodiscard]] Reclustered rebuild_clusters(Night& night);

}  // namespace wireprint
