#include "engine/proofs.hpp"

#include "engine/memory_shares.hpp"
#include "engine/pair_rules.hpp"

namespace wireprint {

Proofs::Proofs(const Intake& intake, const Ranking& ranking, const ClusterOptions& options, const CrossingDays& spread)
    : intake_(intake),
      ranking_(ranking),
      options_(options),
      spread_(spread),
      words_([this](Rank rank) { return words_of(rank); }, shares_of(options.memory).words_cached),
      cache_([this](Rank rank) { return text_of(rank); }, shares_of(options.memory).tokens_cached) {}

std::shared_ptr<const PreparedText> Proofs::words_of(Rank rank) const {
  const ArticleId id = ranking_.article(rank);
  Article held;
  return std::make_shared<const PreparedText>(prepare_words(whole_article(intake_.run, id, held), intake_.furniture[id], options_.recipe, spread_));
}

// The article is that of the run, unless its body is on disk.
std::shared_ptr<const OwnedText> Proofs::text_of(Rank rank) {
  auto owned = std::make_shared<OwnedText>();
  owned->text = with_places(*words_.get(rank), whole_article(intake_.run, ranking_.article(rank), owned->article));
  return owned;
}

PairFacts Proofs::facts_of(Rank earlier, Rank later) const {
  const auto print = [&](Rank rank) { return Print{article(rank).outlet, ranking_.day(rank)}; };
  return wireprint::facts_of(print(earlier), print(later));
}

bool Proofs::may_be_reissue(Rank earlier, Rank later) const {
  return wireprint::may_be_reissue(facts_of(earlier, later), article(earlier).headline, article(later).headline, options_.rule);
}

Match Proofs::judged(Rank earlier, Rank later) {
  const auto a = cache_.get(earlier);
  const auto b = cache_.get(later);
  Match match = judge_pair(a->text, b->text, facts_of(earlier, later), options_.rule);
  match.a = earlier;
  match.b = later;
  return match;
}

Match Proofs::compare(Rank earlier, Rank later) {
  ++comparisons_;
  return judged(earlier, later);
}

void Proofs::remember(const Match& judged) {
  if (judged.verdict != Verdict::Copy && !options_.keep_refused) return;
  const std::lock_guard lock(mutex_);
  known_.emplace(Key{judged.b, judged.a}, judged);
}

bool Proofs::prove_nearly_identical(Rank earlier, Rank later) {
  ++comparisons_;
  if (contained_both_ways(*words_.get(earlier), *words_.get(later)) < kNearlyIdentical) return false;
  const Match match = judged(earlier, later);
  const bool identical = is_nearly_identical(match);
  if (identical) remember(match);
  return identical;
}

// Most pairs are refused on their words alone.
bool Proofs::prove(Rank earlier, Rank later) {
  if (const auto found = known(earlier, later)) return found->verdict == Verdict::Copy;
  ++comparisons_;
  if (!options_.keep_refused && !may_be_copy(*words_.get(earlier), *words_.get(later), facts_of(earlier, later).horizon, options_.rule)) return false;
  const Match match = judged(earlier, later);
  remember(match);
  return match.verdict == Verdict::Copy;
}

std::vector<Match> Proofs::all() const {
  std::vector<Match> matches;
  for (const auto& [key, match] : known_) matches.push_back(match);
  return matches;
}

std::vector<Match> Proofs::copies() const {
  auto matches = all();
  std::erase_if(matches, [](const Match& match) { return match.verdict != Verdict::Copy; });
  return matches;
}

std::optional<Match> Proofs::known(Rank earlier, Rank later) {
  const std::lock_guard lock(mutex_);
  const auto found = known_.find({later, earlier});
  return found != known_.end() ? std::optional(found->second) : std::nullopt;
}

SharedStory Proofs::shared(Rank earlier, Rank later) {
  if (const auto found = known(earlier, later)) return shared_story_of(*found);
  return shared_story(*words_.get(earlier), *words_.get(later), facts_of(earlier, later).horizon);
}

Match Proofs::match(Rank earlier, Rank later) {
  const auto found = known(earlier, later);
  return found ? *found : compare(earlier, later);
}

}  // namespace wireprint
