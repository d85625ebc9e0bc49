#include "support/candidate_recall.hpp"

#include <algorithm>
#include <iterator>

#include "wireprint/sketch/sample.hpp"

namespace wireprint::test {
namespace {

std::uint64_t pair_key(ArticleId later, ArticleId earlier) { return std::uint64_t{later} << 32U | earlier; }

std::vector<std::uint64_t> keys_of(const std::vector<Candidate>& candidates) {
  std::vector<std::uint64_t> keys;
  for (const auto& c : candidates) keys.push_back(pair_key(c.later, c.earlier));
  return keys;
}

CrossingDays count_spread(const Corpus& corpus, const std::vector<std::span<const std::uint64_t>>& shingles, const Recipe& recipe, const Executor& executor) {
  std::vector<DatedSamples> dated;
  for (std::size_t i = 0; i < corpus.texts.size(); ++i) dated.push_back({corpus.texts[i].day, corpus.texts[i].exact, corpus.texts[i].key, shingles[i]});
  return {dated, recipe.spread_rate, executor};
}

bool is_found(std::uint64_t pair, const Corpus& corpus, const std::vector<std::uint64_t>& candidates) {
  const ArticleId a = corpus.leaders[pair >> 32U];
  const ArticleId b = corpus.leaders[pair & 0xffffffffU];
  return a == b || std::binary_search(candidates.begin(), candidates.end(), pair_key(std::max(a, b), std::min(a, b)));
}

Found count_found(const std::vector<std::uint64_t>& truth, const Corpus& corpus, const std::vector<std::uint64_t>& candidates) {
  const auto found = std::count_if(truth.begin(), truth.end(), [&](std::uint64_t pair) { return is_found(pair, corpus, candidates); });
  return {static_cast<std::size_t>(found), candidates.size()};
}

double resemblance(const CorpusText& a, const CorpusText& b) {
  std::vector<std::uint64_t> shared;
  std::ranges::set_intersection(a.shingles, b.shingles, std::back_inserter(shared));
  return static_cast<double>(shared.size()) / static_cast<double>(a.shingles.size() + b.shingles.size() - shared.size());
}

void count_alike(const std::vector<std::uint64_t>& truth, const Corpus& corpus, const std::vector<std::uint64_t>& by_band, CandidateRecall& result) {
  for (const auto pair : truth) {
    const ArticleId a = corpus.leaders[pair >> 32U];
    const ArticleId b = corpus.leaders[pair & 0xffffffffU];
    if (a == b || resemblance(corpus.texts[a], corpus.texts[b]) < kAlike) continue;
    ++result.alike;
    if (is_found(pair, corpus, by_band)) ++result.alike_banded;
  }
}

std::vector<std::uint64_t> banding_candidates(const Corpus& corpus, const Banding& banding, const Executor& executor) {
  std::vector<const MinHash*> sketches(corpus.texts.size(), nullptr);
  for (ArticleId id = 0; id < sketches.size(); ++id) {
    if (corpus.leaders[id] == id) sketches[id] = &corpus.texts[id].minhash;
  }
  return keys_of(all_candidates(BandIndex(sketches, banding, executor), executor));
}

}  // namespace

std::vector<std::uint64_t> true_pairs(const Corpus& corpus, const Recipe& recipe, const ExactRule& rule, const Executor& executor) {
  std::vector<std::span<const std::uint64_t>> shingles;
  std::vector<IndexedText> indexed;
  for (const auto& text : corpus.texts) {
    shingles.emplace_back(text.shingles);
    indexed.push_back({text.day, text.words, text.shingles});
  }
  const auto spread = count_spread(corpus, shingles, recipe, executor);
  return keys_of(all_candidates(ExactIndex(std::move(indexed), spread, rule, executor), executor));
}

CandidateRecall measure_recall(const Corpus& corpus, const std::vector<std::uint64_t>& truth, const Recipe& recipe, const Banding& banding,
                               const Executor& executor) {
  CandidateRecall result;
  std::vector<std::vector<std::uint64_t>> samples;
  for (const auto& text : corpus.texts) samples.push_back(sample_shingles(text.shingles, recipe.sample_one_in, recipe.sample_floor));
  const auto spread = count_spread(corpus, {samples.begin(), samples.end()}, recipe, executor);
  std::vector<IndexedText> indexed(samples.size());
  for (ArticleId id = 0; id < samples.size(); ++id) {
    if (corpus.leaders[id] != id) continue;
    ++result.articles;
    result.postings += samples[id].size();
    indexed[id] = {corpus.texts[id].day, corpus.texts[id].words, samples[id]};
  }
  const auto by_passage = keys_of(all_candidates(PassageIndex(std::move(indexed), spread, {}, executor), executor));
  const auto by_band = banding_candidates(corpus, banding, executor);
  std::vector<std::uint64_t> both;
  std::ranges::set_union(by_passage, by_band, std::back_inserter(both));

  result.pairs = truth.size();
  result.banding = count_found(truth, corpus, by_band);
  result.passages = count_found(truth, corpus, by_passage);
  result.both = count_found(truth, corpus, both);
  count_alike(truth, corpus, by_band, result);
  return result;
}

}  // namespace wireprint::test
