// Why wireprint judged as it did: one article as it was read, or a pair and the rule that decided.
//
// Plain values; any thread.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "wireprint/report/run.hpp"
#include "wireprint/text/furniture.hpp"

namespace wireprint {

/// One article as wireprint reads it.
struct ArticleExplanation {
  ArticleId article = 0;
  std::vector<FurnitureSpan> furniture;  ///< by pattern, and what recurs for weeks as of the article's own date
  std::uint32_t story_words = 0;         ///< left when all of that is taken off
  std::vector<Match> nearest;            ///< at most five, of any verdict, the most shared first
};

/// What happened to a pair.
enum class PairFate : std::uint8_t {
  Joined,       ///< a copy, and in one cluster
  JoinedApart,  ///< not a copy of each other, but in one cluster through other members
  Cut,          ///< a copy, but the component was cut between them
  Refused,      ///< compared and not a copy
  NotCompared   ///< no index proposed the pair; the match was made for this explanation only
};

/// Why no index proposed a pair.
enum class Unproposed : std::uint8_t {
  TooLittle,     ///< too few sampled shingles are in both
  Recurring,     ///< enough are, but what is shared recurs for weeks
  NotReissued,   ///< so it is, and the texts are alike as a whole; but that counts only under one headline in two outlets
  Crowd          ///< enough are story, but so many earlier texts hold each that only the first and last of them are compared
};

struct PairExplanation {
  Match match;
  PairFate fate = PairFate::Refused;
  Unproposed unproposed = Unproposed::TooLittle;  ///< of a pair that was not compared
  /// The earliest prints of the two groups of nearly identical texts, where the run compared these in the pair's place.
  std::optional<std::pair<ArticleId, ArticleId>> in_place = {};
  bool candidate = false;                  ///< an index proposed the pair, or their groups of nearly identical texts
  std::uint32_t shared_samples = 0;        ///< sampled shingles in both
  std::uint32_t shared_story_samples = 0;  ///< of those, the ones that do not recur for weeks
  double resemblance = 0;                  ///< estimated from the MinHashes
};

/// For a terminal `width` columns wide. Both explanations speak of articles in `run`.
[[nodiscard]] std::string explain_text(const ClusterRun& run, const ArticleExplanation& explanation, int width = 100);
[[nodiscard]] std::string explain_text(const ClusterRun& run, const PairExplanation& explanation, int width = 100);

}  // namespace wireprint
