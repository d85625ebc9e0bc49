#include "engine/night/pair_proofs.hpp"

#include <algorithm>

#include "wireprint/verify/coefficients.hpp"
#include "wireprint/verify/compare.hpp"

namespace wireprint {
namespace {

// Some 30 bytes a token.
constexpr std::size_t kWordsInMemory = 4'000'000;
constexpr std::size_t kTokensInMemory = 1'000'000;

// The words of an article, and the article that a text made of them points into.
struct OwnedWords : PreparedText {
  Article article;
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
    : overlay_(overlay),
      rules_(rules),
      words_([this](DocId doc) { return prepare_words_of(doc); }, kWordsInMemory),
      texts_([this](DocId doc) { return prepare_text_of(doc); }, kTokensInMemory) {}

std::shared_ptr<const PreparedText> PairProofs::prepare_words_of(DocId doc) const {
  auto owned = std::make_shared<OwnedWords>();
  auto article = overlay_.article(doc);
  const auto record = overlay_.record(doc);
  if (!article || !record) return owned;
  owned->article = std::move(*article);
  static_cast<PreparedText&>(*owned) =
      prepare_words(owned->article, record->furniture, rules_.recipe, [&](std::uint64_t shingle) { return overlay_.crossing(shingle); });
  return owned;
}

std::shared_ptr<const PreparedText> PairProofs::kept_text_of(DocId doc) {
  struct Held {
    std::shared_ptr<const KeptText> kept;
    PreparedText text;
  };
  const auto held = std::make_shared<Held>();
  held->kept = kept_->get(overlay_.base().epoch(), doc, [&] {
    auto made = std::make_shared<KeptText>();
    auto article = overlay_.article(doc);
    const auto record = overlay_.record(doc);
    if (!article || !record) return made;
    made->article = std::move(*article);
    made->text = with_places(prepare_words(made->article, record->furniture, rules_.recipe, CrossingDays{}), made->article);
    return made;
  });
  held->text = held->kept->text;
  set_spread(held->text, rules_.recipe, [&](std::uint64_t shingle) { return overlay_.crossing(shingle); });
  return {held, &held->text};
}

std::shared_ptr<const PreparedText> PairProofs::prepare_text_of(DocId doc) {
  if (kept_ != nullptr && doc < overlay_.base().docs()) return kept_text_of(doc);
  struct Held {
    std::shared_ptr<const PreparedText> words;
    PreparedText text;
  };
  const auto held = std::make_shared<Held>();
  held->words = words_.get(doc);
  if (held->words->tokens.size() > 0) held->text = with_places(*held->words, static_cast<const OwnedWords&>(*held->words).article);
  return {held, &held->text};
}

bool PairProofs::have_texts(DocId a, DocId b) { return rules_.by_text && words_.get(a)->tokens.size() > 0 && words_.get(b)->tokens.size() > 0; }

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

std::optional<Outcome> PairProofs::known(DocId a, DocId b) {
  const std::lock_guard lock(mutex_);
  const auto found = known_.find({a, b});
  return found != known_.end() ? std::optional(found->second) : std::nullopt;
}

// Most pairs are refused on their words alone.
Outcome PairProofs::of(DocId a, DocId b) {
  if (const auto found = known(a, b)) return *found;
  Outcome outcome;
  outcome.record.a = a;
  outcome.record.b = b;
  if (have_texts(a, b) && !may_be_copy(*words_.get(a), *words_.get(b), facts_of(a, b).horizon, rules_.copy)) {
    ++comparisons_;
  } else {
    outcome = outcome_of(compare(a, b));
  }
  const std::lock_guard lock(mutex_);
  return known_.emplace(DocPair{a, b}, outcome).first->second;
}

bool PairProofs::nearly_identical(DocId a, DocId b) {
  if (const auto found = known(a, b)) return found->nearly_identical;
  if (have_texts(a, b) && contained_both_ways(*words_.get(a), *words_.get(b)) < kNearlyIdentical) {
    ++comparisons_;
    return false;
  }
  return of(a, b).nearly_identical;
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
