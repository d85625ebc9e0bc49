#include "engine/jaccard.hpp"

#include <algorithm>
#include <map>

#include "cluster/union_find.hpp"
#include "engine/pair_rules.hpp"
#include "engine/recipe_tokens.hpp"
#include "index/jaccard_join.hpp"
#include "wireprint/sketch/shingles.hpp"

namespace wireprint {
namespace {

constexpr double kRounding = 1e-9;  // as jaccard_join() has it

}  // namespace

JaccardRun::JaccardRun(const Intake& intake, const ClusterOptions& options, const Executor& executor)
    : intake_(intake),
      recipe_(options.recipe),
      threshold_(options.jaccard->threshold),
      ranking_(intake.run.articles, intake.agency_own),
      equal_(ranking_.size()) {
  std::vector<std::vector<std::uint64_t>> sets(ranking_.size());
  group_equal(sets, executor);
  auto pairs = jaccard_join(sets, threshold_, executor);
  sets.clear();
  for (Rank rank = 0; rank < ranking_.size(); ++rank) {
    if (equal_[rank] != rank) pairs.emplace_back(equal_[rank], rank);
  }
  std::ranges::sort(pairs, {}, [](const auto& pair) { return std::pair(pair.second, pair.first); });
  link(pairs, executor);
}

std::vector<std::uint64_t> JaccardRun::shingles_of(Rank rank) const {
  std::vector<std::uint64_t> words;
  std::vector<std::uint64_t> shingles;
  Article held;
  hash_tokens_by(recipe_, whole_article(intake_.run, ranking_.article(rank), held).body, words);
  hash_shingles(words, recipe_.shingle_words, recipe_.seed, shingles);
  make_distinct(shingles);
  return shingles;
}

// Leaves the set of the earliest alone.
void JaccardRun::group_equal(std::vector<std::vector<std::uint64_t>>& sets, const Executor& executor) {
  executor.for_each(sets.size(), [&](std::size_t rank) { sets[rank] = shingles_of(static_cast<Rank>(rank)); });
  std::map<Hash128, Rank> first;
  for (Rank rank = 0; rank < sets.size(); ++rank) {
    equal_[rank] = first.emplace(hash_words_128(sets[rank]), rank).first->second;
    if (equal_[rank] == rank) continue;
    std::vector<std::uint64_t>().swap(sets[rank]);
    ++exact_copies_;
  }
}

void JaccardRun::link(const std::vector<std::pair<Rank, Rank>>& pairs, const Executor& executor) {
  links_.copies.resize(pairs.size());
  executor.for_each(pairs.size(), [&](std::size_t i) { links_.copies[i] = compare(pairs[i].first, pairs[i].second); });
  UnionFind connected(ranking_.size());
  for (const auto& [earlier, later] : pairs) connected.merge(earlier, later);
  std::map<Rank, Rank> first;  // by root
  for (Rank rank = 0; rank < ranking_.size(); ++rank) links_.leaders.push_back(first.emplace(connected.find(rank), rank).first->second);
}

Match JaccardRun::compare(Rank earlier, Rank later) const {
  const CrossingDays none;
  const auto article = [&](Rank rank) -> const Article& { return intake_.run.articles[ranking_.article(rank)].article; };
  Article held_earlier;
  Article held_later;
  const auto prepared = [&](Rank rank, Article& held) {
    const std::string& body = whole_article(intake_.run, ranking_.article(rank), held).body;
    return prepare_text(body, tokens_by(recipe_, body), article(rank).headline, recipe_, none);
  };
  const auto print = [&](Rank rank) { return Print{article(rank).outlet, ranking_.day(rank)}; };
  Match match = wireprint::compare(prepared(earlier, held_earlier), prepared(later, held_later), facts_of(print(earlier), print(later)));
  match.a = earlier;
  match.b = later;
  const bool reached = match.jaccard_all.value() >= threshold_ - kRounding;
  match.verdict = reached ? Verdict::Copy : Verdict::Different;
  match.reasons = {reached ? Reason::JaccardReached : Reason::LittleShared};
  match.role = role_of(match);
  return match;
}

}  // namespace wireprint
