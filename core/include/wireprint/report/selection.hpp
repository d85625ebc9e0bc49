// Which articles deduplication keeps, and in whose place the others go.
//
// Pure functions; callable from any thread.
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <vector>

#include "wireprint/base/executor.hpp"
#include "wireprint/base/hash.hpp"
#include "wireprint/report/run.hpp"

namespace wireprint {

/// Which member of a cluster stands for it.
enum class Keep : std::uint8_t {
  Longest,   ///< the most words
  Original,  ///< the cluster's original
  Latest,    ///< the latest date; undated ones last
  First      ///< the earliest date; undated ones last
};

struct SelectionRule {
  Keep keep = Keep::Longest;
  std::vector<std::string> prefer = {};  ///< outlets, the dearest first; they come before what `keep` says
  double drop_min = 0.9;                 ///< a member goes when so much of its story words stand in one that is kept
};

/// How an article stands in another: of its story words those in the other, and its role towards it.
struct StandsIn {
  Share copied;
  Role role = Role::Verbatim;
};

/// What find_removals() asks about articles.
struct SelectionFacts {
  std::span<const Hash128> texts;  ///< by ArticleId: of all words; equal for identical bodies
  std::function<StandsIn(ArticleId article, ArticleId other)> stands_in;  ///< of any two with words; called from several threads
};

/// In three steps, each in the order of preference (references, then preferred outlets, then `keep`, then the smaller key):
/// identical bodies of at least one word are reduced to one, whatever their cluster or status; of each cluster a member
/// goes when drop_min of it stands in one that is kept; an older version under a key goes when as much of it stands in the
/// newer one. References, and records that could not be read, never go. By article. Where a cluster has more than
/// kKeptTried members that are kept, only the dearest so many may take another's place.
[[nodiscard]] std::vector<Removal> find_removals(const ClusterRun& run, const SelectionRule& rule, const SelectionFacts& facts, const Executor& executor);

inline constexpr std::size_t kKeptTried = 8;

}  // namespace wireprint
