#include "engine/night/pair_proofs.hpp"

#include <algorithm>

#include "wireprint/verify/coefficients.hpp"

namespace wireprint {
namespace {

constexpr std::size_t kTokensInMemory = 4'000'000;  // some 200 MB

// A prepared text with the article that it points into.
struct OwnedText {
  Article article;
  PreparedText text;
};

std::optional<Day> date_of(const DocRecord& record) { return record.published.known() ? std::optional(record.day()) : std::nullopt; }

Outcome outcome_of(const Match& match) {
  const CopyRecord record{match.a, match.b, match.role, match.copied, match.kept, nearness_of(match), probability_of(match)};
  return {match.verdict == Verdict::Copy, is_nearly_identical(match), record};
}

}  // namespace

Match to_match(const CopyRecord& copy) {
  Match match;
  match.a = copy.a;
  match.b = copy.b;
  match.verdict = Verdict::Copy;
  match.role = copy.role;
  match.copied = copy.copied;
  match.kept = copy.kept;
  match.log_odds = log_odds_of(copy.probability);
  match.containment_all_a_in_b = match.containment_all_b_in_a = copy.nearness;  // so that nearness_of() gives it back
  return match;
}

PairProofs::PairProofs(const Overlay& overlay, const NightRules& rules)
    : overlay_(overlay), rules_(rules), texts_([this](DocId doc) { return prepare_text_of(doc); }, kTokensInMemory) {}

std::shared_ptr<const PreparedText> PairProofs::prepare_text_of(DocId doc) const {
  auto article = overlay_.article(doc);
  auto owned = std::make_shared<OwnedText>();
  if (!article) return {owned, &owned->text};
  owned->article = std::move(*article);
  owned->text = prepare(owned->article, rules_.recipe, [&](std::uint64_t shingle) { return overlay_.crossing(shingle); });
  return {owned, &owned->text};
}

PairFacts PairProofs::facts_of(DocId a, DocId b) const {
  const DocRecord first = overlay_.record(a).value_or(DocRecord{});
  const DocRecord second = overlay_.record(b).value_or(DocRecord{});
  return wireprint::facts_of({first.outlet, date_of(first)}, {second.outlet, date_of(second)});
}

// What was proven while the texts were there; of a pair that is new, what the fingerprints tell.
Match PairProofs::as_stored(DocId a, DocId b) {
  const auto copies = overlay_.copies(b);
  const auto found = std::ranges::find(copies, a, &CopyRecord::a);
  if (found != copies.end()) return to_match(*found);
  return estimate(a, b).match;
}

EstimatedMatch PairProofs::estimate(DocId a, DocId b) {
  const auto crossing = [&](std::uint64_t shingle) { return overlay_.crossing(shingle); };
  const auto print = [&](DocId doc) { return print_of(overlay_, doc, rules_.recipe).value_or(Fingerprint{}); };
  EstimatedMatch estimated = judge_prints(print(a), print(b), facts_of(a, b), rules_.recipe, crossing);
  estimated.match.a = a;
  estimated.match.b = b;
  ++comparisons_;
  return estimated;
}

Match PairProofs::compare(DocId a, DocId b) {
  if (!rules_.by_text) return estimate(a, b).match;
  const auto first = texts_.get(a);
  const auto second = texts_.get(b);
  if (first->tokens.size() == 0 || second->tokens.size() == 0) return as_stored(a, b);
  Match match = judge_pair(*first, *second, facts_of(a, b), rules_.copy);
  match.a = a;
  match.b = b;
  ++comparisons_;
  return match;
}

Outcome PairProofs::of(DocId a, DocId b) {
  {
    const std::lock_guard lock(mutex_);
    const auto found = known_.find({a, b});
    if (found != known_.end()) return found->second;
  }
  const Outcome outcome = outcome_of(compare(a, b));
  const std::lock_guard lock(mutex_);
  return known_.emplace(DocPair{a, b}, outcome).first->second;
}

void PairProofs::prove(std::span<const DocPair> pairs, const Executor& executor) {
  executor.for_each(pairs.size(), [&](std::size_t i) { static_cast<void>(of(pairs[i].first, pairs[i].second)); });
}

std::string PairProofs::headline(DocId doc) {
  {
    const std::lock_guard lock(mutex_);
    const auto found = headlines_.find(doc);
    if (found != headlines_.end()) return found->second;
  }
  std::string text = overlay_.article(doc).value_or(Article{}).headline;
  const std::lock_guard lock(mutex_);
  return headlines_.emplace(doc, std::move(text)).first->second;
}

bool PairProofs::may_be_reissue(DocId a, DocId b) {
  const PairFacts facts = facts_of(a, b);
  return rules_.by_text && !facts.same_outlet && wireprint::may_be_reissue(facts, headline(a), headline(b), rules_.copy);
}

}  // namespace wireprint
