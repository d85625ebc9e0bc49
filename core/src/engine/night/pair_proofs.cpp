#include "engine/night/pair_proofs.hpp"

#include <algorithm>

#include "wireprint/verify/coefficients.hpp"
#include "wireprint/verify/compare.hpp"

namespace wireprint {
namespace {

// Some 30 bytes a token.
constexpr std::size_t kWordsInMemory = 4'000'000;
constexpr std::size_t kTokensInMemory = 1'000'000;

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

PairProofs::PairProofs(Documents& documents, const NightRules& rules)
    : documents_(documents),
      overlay_(documents.overlay()),
      rules_(rules),
      crossing_([this](std::uint64_t shingle) { return overlay_.crossing(shingle); }),
      words_([this](DocId doc) { return is_kept(doc) ? with_own_spread(kept_words_of(doc)) : words_of(doc, crossing_); }, kWordsInMemory),
      texts_([this](DocId doc) { return text_of(doc); }, kTokensInMemory) {}

// Nothing of a version whose text is not there.
std::shared_ptr<const OwnedText> PairProofs::words_of(DocId doc, const CrossingOf& crossing) const {
  auto owned = std::make_shared<OwnedText>();
  auto article = overlay_.article(doc);
  if (!article) return owned;
  owned->article = std::move(*article);
  owned->text = prepare_words(owned->article, documents_.record(doc).furniture, rules_.recipe, crossing);
  return owned;
}

std::shared_ptr<OwnedText> PairProofs::completed(const OwnedText& words) {
  auto owned = std::make_shared<OwnedText>();
  owned->article = words.article;
  if (tokens_of(words) > 0) owned->text = with_places(words.text, owned->article);
  return owned;
}

bool PairProofs::holds_moved(const PreparedText& text) const {
  bool holds = false;
  overlay_.crossings().for_each([&](std::uint64_t shingle, Day) { holds = holds || std::ranges::binary_search(text.seeds, shingle, {}, &Seed::shingle); });
  return holds;
}

// Texts are kept with their spread as of the epoch: another one is made where the batch moved the crossing day of a shingle in it.
std::shared_ptr<const OwnedText> PairProofs::with_own_spread(std::shared_ptr<const OwnedText> kept) const {
  if (!holds_moved(kept->text)) return kept;
  auto owned = std::make_shared<OwnedText>(*kept);
  if (!kept->text.body.empty()) owned->text.body = owned->article.body;
  set_spread(owned->text, rules_.recipe, crossing_);
  return owned;
}

std::shared_ptr<const OwnedText> PairProofs::kept_words_of(DocId doc) {
  const auto as_of_epoch = [this](std::uint64_t shingle) { return overlay_.base().crossing(shingle); };
  return kept_->words(overlay_.base().epoch(), doc, [&] { return words_of(doc, as_of_epoch); });
}

std::shared_ptr<const OwnedText> PairProofs::text_of(DocId doc) {
  if (!is_kept(doc)) return completed(*words_.get(doc));
  return with_own_spread(kept_->texts(overlay_.base().epoch(), doc, [&] { return completed(*kept_words_of(doc)); }));
}

bool PairProofs::have_texts(DocId a, DocId b) { return rules_.by_text && tokens_of(*words_.get(a)) > 0 && tokens_of(*words_.get(b)) > 0; }

// What was proven while the texts were there; of a pair that is new, what the fingerprints tell.
Match PairProofs::as_stored(DocId a, DocId b) {
  const auto copies = overlay_.copies(b);
  const auto found = std::ranges::find(copies, a, &CopyRecord::a);
  if (found != copies.end()) return to_match(*found);
  return estimate(a, b).match;
}

EstimatedMatch PairProofs::estimate(DocId a, DocId b) {
  EstimatedMatch estimated = judge_prints(documents_.print(a), documents_.print(b), documents_.facts_of(a, b), rules_.recipe, crossing_);
  estimated.match.a = a;
  estimated.match.b = b;
  ++comparisons_;
  return estimated;
}

bool PairProofs::share_enough(DocId a, DocId b) {
  return !have_texts(a, b) || share_enough_to_align(words_.get(a)->text, words_.get(b)->text);
}

Match PairProofs::compare(DocId a, DocId b) {
  if (!rules_.by_text) return estimate(a, b).match;
  const auto first = texts_.get(a);
  const auto second = texts_.get(b);
  if (tokens_of(*first) == 0 || tokens_of(*second) == 0) return as_stored(a, b);
  Match match = judge_pair(first->text, second->text, documents_.facts_of(a, b), rules_.copy);
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
  if (have_texts(a, b) && !may_be_copy(words_.get(a)->text, words_.get(b)->text, documents_.facts_of(a, b).horizon, rules_.copy)) {
    ++comparisons_;
  } else {
    outcome = outcome_of(compare(a, b));
  }
  const std::lock_guard lock(mutex_);
  return known_.emplace(DocPair{a, b}, outcome).first->second;
}

bool PairProofs::nearly_identical(DocId a, DocId b) {
  if (const auto found = known(a, b)) return found->nearly_identical;
  if (have_texts(a, b) && contained_both_ways(words_.get(a)->text, words_.get(b)->text) < kNearlyIdentical) {
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
  const PairFacts facts = documents_.facts_of(a, b);
  return rules_.by_text && !facts.same_outlet && wireprint::may_be_reissue(facts, headline(a), headline(b), rules_.copy);
}

}  // namespace wireprint
