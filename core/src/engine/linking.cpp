#include "engine/linking.hpp"

#include <algorithm>
#include <cstdlib>
#include <map>
#include <utility>

#include "cluster/union_find.hpp"

namespace wireprint {
namespace {

using Pair = std::pair<Rank, Rank>;  // later, earlier

/// The members of a group that may be linked at all, in the order of time.
struct Members {
  std::vector<Rank> ranks;
  std::vector<std::optional<std::size_t>> other_before;  ///< by member: the nearest of another outlet
  std::vector<std::optional<std::size_t>> other_behind;
};

class Linker {
 public:
  Linker(Judging& judging, const std::vector<JudgedArticle>& articles, const LinkRule& rule) : judging_(judging), articles_(articles), rule_(rule) {
    for (Rank rank = 0; rank < judging.ranking().size(); ++rank) {
      if (may_be_linked(rank)) groups_[judging.leaders()[rank]].ranks.push_back(rank);
    }
    for (auto& [leader, members] : groups_) find_others(members);
  }

  /// The pairs that are nearest to each other, of groups that are copies and inside each group.
  std::vector<Pair> nearest_pairs() {
    for (const auto& [leader, members] : groups_) add_nearest(members, members);
    for (const Match& copy : judging_.proofs().copies()) {
      const Rank a = judging_.leaders()[copy.a];
      const Rank b = judging_.leaders()[copy.b];
      if (a == b || !groups_.contains(a) || !groups_.contains(b)) continue;
      add_nearest(groups_[a], groups_[b]);
      add_nearest(groups_[b], groups_[a]);
    }
    std::ranges::sort(pairs_);
    pairs_.erase(std::unique(pairs_.begin(), pairs_.end()), pairs_.end());
    return std::move(pairs_);
  }

  [[nodiscard]] bool permits(Rank a, Rank b) const { return !objection(rule_, judged(a), judged(b)); }

 private:
  [[nodiscard]] const JudgedArticle& judged(Rank rank) const { return articles_[judging_.ranking().article(rank)]; }

  [[nodiscard]] bool may_be_linked(Rank rank) const {
    const Article& article = judged(rank).article;
    return (!rule_.window_days || article.published.known()) && (!rule_.across_outlets || !article.outlet.empty());
  }

  void find_others(Members& members) const {
    const auto& ranks = members.ranks;
    const auto outlet = [&](std::size_t i) -> const std::string& { return judged(ranks[i]).article.outlet; };
    members.other_before.resize(ranks.size());
    members.other_behind.resize(ranks.size());
    for (std::size_t i = 1; i < ranks.size(); ++i) {
      members.other_before[i] = outlet(i - 1) != outlet(i) ? std::optional(i - 1) : members.other_before[i - 1];
    }
    for (std::size_t i = ranks.size(); i-- > 1;) {
      members.other_behind[i - 1] = outlet(i) != outlet(i - 1) ? std::optional(i) : members.other_behind[i];
    }
  }

  void add_nearest(const Members& from, const Members& to) {
    for (const Rank rank : from.ranks) {
      const auto behind = static_cast<std::size_t>(std::ranges::upper_bound(to.ranks, rank) - to.ranks.begin());
      const bool itself = behind > 0 && to.ranks[behind - 1] == rank;
      const std::size_t before = behind - (itself ? 1 : 0);
      if (before > 0) add(rank, to, before - 1, to.other_before[before - 1]);
      if (behind < to.ranks.size()) add(rank, to, behind, to.other_behind[behind]);
    }
  }

  // The member at `place`, or where its outlet is the article's own, the next one that is not.
  void add(Rank rank, const Members& to, std::size_t place, std::optional<std::size_t> other) {
    const bool same_outlet = judged(to.ranks[place]).article.outlet == judged(rank).article.outlet;
    if (rule_.across_outlets && same_outlet) {
      if (!other) return;
      place = *other;
    }
    const Rank near = to.ranks[place];
    if (permits(rank, near)) pairs_.emplace_back(std::max(rank, near), std::min(rank, near));
  }

  Judging& judging_;
  const std::vector<JudgedArticle>& articles_;
  const LinkRule& rule_;
  std::map<Rank, Members> groups_;
  std::vector<Pair> pairs_;
};

}  // namespace

std::optional<Reason> objection(const LinkRule& rule, const JudgedArticle& a, const JudgedArticle& b) {
  const Timestamp& x = a.article.published;
  const Timestamp& y = b.article.published;
  if (rule.window_days && !(x.known() && y.known() && std::abs(x.day() - y.day()) <= *rule.window_days)) return Reason::BeyondWindow;
  const bool known = !a.article.outlet.empty() && !b.article.outlet.empty();
  if (rule.across_outlets && !(known && a.article.outlet != b.article.outlet)) return Reason::WithinOutlet;
  return std::nullopt;
}

Links permitted_links(Judging& judging, const std::vector<JudgedArticle>& articles, const LinkRule& rule, const Executor& executor) {
  Linker linker(judging, articles, rule);
  const auto pairs = linker.nearest_pairs();
  executor.for_each(pairs.size(), [&](std::size_t i) { judging.proofs().prove(pairs[i].second, pairs[i].first); });

  Links links{.leaders = std::vector<Rank>(judging.leaders().size()), .copies = judging.proofs().copies()};
  std::erase_if(links.copies, [&](const Match& copy) { return !linker.permits(copy.a, copy.b); });
  UnionFind together(links.leaders.size());
  for (const Match& copy : links.copies) {
    if (judging.leaders()[copy.a] == judging.leaders()[copy.b]) together.merge(copy.a, copy.b);
  }
  std::map<Rank, Rank> first;  // by root
  for (Rank rank = 0; rank < links.leaders.size(); ++rank) links.leaders[rank] = first.emplace(together.find(rank), rank).first->second;
  return links;
}

}  // namespace wireprint
