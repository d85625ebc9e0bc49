// Links that a run's rules permit, where it has rules beside the texts.
#pragma once

#include <optional>
#include <vector>

#include "engine/judging.hpp"

namespace wireprint {

/// Why the rule forbids to link two articles; nothing where it permits it.
[[nodiscard]] std::optional<Reason> objection(const LinkRule& rule, const JudgedArticle& a, const JudgedArticle& b);

/// What clusters are built from, in terms of ranks.
struct Links {
  std::vector<Rank> leaders;   ///< by rank: the earliest of those that stand and fall together
  std::vector<Match> copies;   ///< by (b, a)
};

/// The copies that `judging` found among texts, made links among articles: in a group of nearly identical texts, and between
/// two groups that are copies of each other, each member is linked with those nearest in time before and behind it that the
/// rule permits and that are copies on the text. What is linked inside a group stands and falls together.
[[nodiscard]] Links permitted_links(Judging& judging, const std::vector<JudgedArticle>& articles, const LinkRule& rule, const Executor& executor);

}  // namespace wireprint
