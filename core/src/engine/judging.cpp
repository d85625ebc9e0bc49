#include "engine/judging.hpp"

#include <algorithm>
#include <cassert>
#include <mutex>
#include <unordered_map>

#include "engine/memory_shares.hpp"
#include "engine/pair_rules.hpp"
#include "wireprint/cluster/leaders.hpp"
#include "wireprint/index/band_index.hpp"

namespace wireprint {
namespace {

constexpr std::size_t kTasks = 256;          // enough to share out evenly; each one needs memory for a count by text

struct HashOfText {
  std::size_t operator()(const Hash128& h) const { return static_cast<std::size_t>(h.low); }
};

}  // namespace

Judging::Judging(const Intake& intake, const ClusterOptions& options, const Executor& executor)
    : intake_(intake),
      options_(options),
      executor_(executor),
      ranking_(intake.run.articles, intake.agency_own),
      spread_(count_spread()),
      proofs_(intake, ranking_, options, spread_),
      passage_rule_(passage_rule_of(options.recipe)),
      has_content_(ranking_.size(), true),
      leaders_(ranking_.size()) {}

void Judging::group() {
  leave_out_pages_without_story();
  group_identical();
  group_nearly_identical(buckets_of_leaders());
}

void Judging::leave_out_pages_without_story() {
  for (Rank rank = 0; rank < ranking_.size(); ++rank) {
    if (words(rank) >= kPageWords) continue;
    const Fingerprint print{.exact = {}, .minhash = {}, .samples = samples(rank), .words = words(rank)};
    has_content_[rank] = !only_recurs(print, ranking_.day(rank), [&](std::uint64_t shingle) { return spread_.of(shingle); });
  }
}

CrossingDays Judging::count_spread() const {
  std::vector<DatedSamples> dated;
  for (Rank rank = 0; rank < ranking_.size(); ++rank) dated.push_back({ranking_.day(rank), exact(rank), ranking_.facts(rank).key, {}});
  const auto samples_of = [&](std::uint32_t rank, std::vector<std::uint64_t>& to) { intake_.prints.append_samples(ranking_.article(rank), to); };
  return {dated, samples_of, recipe().spread_rate, executor_, shares_of(options_.memory).hashes_held};
}

void Judging::group_identical() {
  std::unordered_map<Hash128, Rank, HashOfText> first;
  for (Rank rank = 0; rank < ranking_.size(); ++rank) {
    leaders_[rank] = has_content_[rank] ? first.emplace(exact(rank), rank).first->second : rank;
    if (leaders_[rank] != rank) ++exact_copies_;
  }
}

std::vector<Bucket> Judging::buckets_of_leaders() const {
  const auto banding = banding_of(recipe(), options_.banding_recall);
  assert(banding && "a goal out of reach is refused before a run");
  const auto sketch_of = [&](Rank rank) { return leads(rank) ? minhash(rank) : MinHash{}; };
  return band_buckets(ranking_.size(), sketch_of, *banding, executor_, shares_of(options_.memory).hashes_held);
}

void Judging::group_nearly_identical(const std::vector<Bucket>& buckets) {
  const auto nearly_identical = [&](Rank leader, Rank later) {
    if (!worth_comparing(minhash(leader), minhash(later))) return false;
    return proofs_.prove_nearly_identical(leader, later);
  };
  auto groups = find_groups(ranking_.size(), buckets, nearly_identical, executor_);
  const std::vector<Rank> identical = leaders_;
  for (Rank rank = 0; rank < ranking_.size(); ++rank) leaders_[rank] = groups.leader[leaders_[rank]];
  // Groups are shown by the edges to their earliest member, so these have to be known. Where a date or an outlet makes
  // that one no copy, it is the identical text that holds the article.
  executor_.for_each(ranking_.size(), [&](std::size_t i) {
    const auto rank = static_cast<Rank>(i);
    if (leaders_[rank] == rank) return;
    if (!proofs_.prove(leaders_[rank], rank)) proofs_.prove(identical[rank], rank);
  });
  prove_reissues(std::move(groups.apart));
}

// A notice that is issued again and again is furniture to the passage index; only banding can propose it, and only
// under the same headline can it be a copy.
void Judging::prove_reissues(std::vector<std::pair<Rank, Rank>> pairs) {
  std::erase_if(pairs, [&](const auto& pair) { return !proofs_.may_be_reissue(pair.first, pair.second); });
  executor_.for_each(pairs.size(), [&](std::size_t i) { proofs_.prove(pairs[i].first, pairs[i].second); });
}

PassageIndex Judging::index_leaders() const {
  std::vector<IndexedText> texts(ranking_.size());
  for (Rank rank = 0; rank < ranking_.size(); ++rank) {
    if (leads(rank)) texts[rank] = {ranking_.day(rank), words(rank), {}};
  }
  const auto samples_of = [&](std::uint32_t rank, std::vector<std::uint64_t>& to) {
    if (leads(rank)) intake_.prints.append_samples(ranking_.article(rank), to);
  };
  return {std::move(texts), samples_of, spread_, passage_rule_, executor_, shares_of(options_.memory).hashes_held};
}

void Judging::prove() {
  const PassageIndex index = index_leaders();
  std::mutex progress_mutex;
  std::size_t tasks_done = 0;
  executor_.for_each(kTasks, [&](std::size_t task) {
    PassageIndex::Counter counter(index);
    std::vector<Candidate> candidates;
    const auto end = static_cast<Rank>(ranking_.size() * (task + 1) / kTasks);
    for (auto later = static_cast<Rank>(ranking_.size() * task / kTasks); later < end; ++later) {
      candidates.clear();
      index.candidates_before(later, counter, candidates);
      for (const auto& candidate : candidates) proofs_.prove(candidate.earlier, candidate.later);
    }
    const std::lock_guard lock(progress_mutex);
    if (options_.progress) options_.progress({"proof", ++tasks_done, kTasks});
  });
}

Judging::Shared Judging::shared_samples(Rank a, Rank b) const {
  std::vector<std::uint64_t> common;
  std::ranges::set_intersection(samples(a), samples(b), std::back_inserter(common));
  const Day horizon = furniture_horizon(ranking_.day(a), ranking_.day(b));
  const auto story = std::count_if(common.begin(), common.end(), [&](std::uint64_t shingle) { return spread_.of(shingle) > horizon; });
  return {static_cast<std::uint32_t>(common.size()), static_cast<std::uint32_t>(story)};
}

bool Judging::is_candidate(Rank a, Rank b) const {
  const Rank first = leaders_[a];
  const Rank second = leaders_[b];
  if (first == second) return true;
  if (options_.keep_refused) return proofs_.knows(std::min(first, second), std::max(first, second));
  return is_enough(passage_rule_, shared_samples(first, second).story, words(first), words(second));
}

Unproposed Judging::why_no_candidate(Rank a, Rank b) const {
  const Rank first = leaders_[a];
  const Rank second = leaders_[b];
  const Shared shared = shared_samples(first, second);
  const auto enough = [&](std::uint32_t samples) { return is_enough(passage_rule_, samples, words(first), words(second)); };
  if (enough(shared.story)) return Unproposed::Crowd;
  if (!enough(shared.samples)) return Unproposed::TooLittle;
  return worth_comparing(minhash(first), minhash(second)) ? Unproposed::NotReissued : Unproposed::Recurring;
}

}  // namespace wireprint
