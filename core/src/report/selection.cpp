#include "wireprint/report/selection.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <string_view>
#include <tuple>
#include <unordered_map>

namespace wireprint {
namespace {

constexpr double kRounding = 1e-9;  // 0.9 of ten words is nine

struct HashOfText {
  std::size_t operator()(const Hash128& h) const { return static_cast<std::size_t>(h.low); }
};

// What the original is towards a member that was made from it.
Role seen_from_copy(Role role) {
  if (role == Role::Trimmed) return Role::Extended;
  if (role == Role::Extended) return Role::Trimmed;
  return role;
}

class Selection {
 public:
  Selection(const ClusterRun& run, const SelectionRule& rule, const SelectionFacts& facts)
      : run_(run), rule_(rule), facts_(facts), removals_(run.articles.size()) {}

  void reduce_identical() {
    std::unordered_map<Hash128, std::vector<ArticleId>, HashOfText> same;
    for (ArticleId id = 0; id < run_.articles.size(); ++id) {
      if (run_.articles[id].words > 0 && run_.articles[id].status != Status::Error) same[facts_.texts[id]].push_back(id);
    }
    for (auto& [text, ids] : same) {
      if (ids.size() < 2) continue;
      const ArticleId kept = *std::ranges::min_element(ids, [&](ArticleId a, ArticleId b) { return dearer(a, b); });
      for (const ArticleId id : ids) {
        const std::uint64_t words = run_.articles[id].words;
        if (id != kept && !is_reference(id)) removals_[id] = Removal{id, kept, {words, words}, Role::Verbatim};
      }
    }
  }

  // Each cluster's members are its own, so clusters may be reduced at once.
  void reduce_cluster(const Cluster& cluster) {
    std::vector<const Member*> members;
    for (const Member& member : cluster.members) {
      if (!removals_[member.article]) members.push_back(&member);
    }
    std::ranges::sort(members, [&](const Member* a, const Member* b) { return dearer(a->article, b->article); });
    std::vector<const Member*> kept;
    for (const Member* member : members) {
      if (!is_reference(member->article) && goes(*member, kept, cluster)) continue;
      if (kept.size() < kKeptTried) kept.push_back(member);
    }
  }

  void reduce_versions() {
    std::map<std::string_view, ArticleId> newest;
    for (ArticleId id = 0; id < run_.articles.size(); ++id) {
      const JudgedArticle& judged = run_.articles[id];
      if (judged.reference || judged.status == Status::Error || judged.status == Status::Superseded) continue;
      newest.emplace(judged.article.key.text, id);
    }
    for (ArticleId id = 0; id < run_.articles.size(); ++id) {
      const JudgedArticle& judged = run_.articles[id];
      if (judged.reference || judged.status != Status::Superseded || judged.words == 0 || removals_[id]) continue;
      ArticleId newer = newest.at(judged.article.key.text);
      while (removals_[newer]) newer = removals_[newer]->kept;
      if (run_.articles[newer].words > 0) go_if_enough(id, newer, facts_.stands_in(id, newer));
    }
  }

  // What was to stand in an article's place may have gone itself.
  std::vector<Removal> take() {
    std::vector<Removal> taken;
    for (auto& removal : removals_) {
      if (!removal) continue;
      while (removals_[removal->kept]) {
        const Removal& further = *removals_[removal->kept];
        removal->kept = further.kept;
        if (further.copied.value() < removal->copied.value()) removal->copied = further.copied, removal->role = further.role;
      }
      taken.push_back(*removal);
    }
    return taken;
  }

 private:
  [[nodiscard]] bool is_reference(ArticleId id) const { return run_.articles[id].reference; }

  [[nodiscard]] std::size_t preference(ArticleId id) const {
    const auto& prefer = rule_.prefer;
    return static_cast<std::size_t>(std::ranges::find(prefer, run_.articles[id].article.outlet) - prefer.begin());
  }

  // What `keep` orders by: the least comes first.
  [[nodiscard]] std::pair<bool, std::int64_t> rank(ArticleId id) const {
    const JudgedArticle& judged = run_.articles[id];
    const Timestamp& time = judged.article.published;
    switch (rule_.keep) {
      case Keep::Longest: return {false, -static_cast<std::int64_t>(judged.words)};
      case Keep::Original: return {!judged.cluster || run_.clusters[*judged.cluster].original != id, 0};
      case Keep::Latest: return {!time.known(), -time.seconds};
      case Keep::First: break;
    }
    return {!time.known(), time.seconds};
  }

  [[nodiscard]] bool dearer(ArticleId a, ArticleId b) const {
    const auto order = [&](ArticleId id) {
      const JudgedArticle& judged = run_.articles[id];
      return std::tuple(!judged.reference, judged.status == Status::Superseded, preference(id), rank(id), std::string_view(judged.article.key.text), id);
    };
    return order(a) < order(b);
  }

  bool goes(const Member& member, const std::vector<const Member*>& kept, const Cluster& cluster) {
    return std::ranges::any_of(kept, [&](const Member* other) { return go_if_enough(member.article, other->article, stands_in(member, *other, cluster)); });
  }

  // The run knows each member's shares towards the original.
  [[nodiscard]] StandsIn stands_in(const Member& member, const Member& other, const Cluster& cluster) const {
    if (other.article == cluster.original) return {member.copied, member.role};
    if (member.article == cluster.original) return {other.kept, seen_from_copy(other.role)};
    return facts_.stands_in(member.article, other.article);
  }

  bool go_if_enough(ArticleId id, ArticleId kept, const StandsIn& found) {
    const double least = rule_.drop_min * static_cast<double>(found.copied.whole) - kRounding;
    if (found.copied.whole == 0 || static_cast<double>(found.copied.part) < least) return false;
    removals_[id] = Removal{id, kept, found.copied, found.role};
    return true;
  }

  const ClusterRun& run_;
  const SelectionRule& rule_;
  const SelectionFacts& facts_;
  std::vector<std::optional<Removal>> removals_;  // by ArticleId
};

}  // namespace

std::vector<Removal> find_removals(const ClusterRun& run, const SelectionRule& rule, const SelectionFacts& facts, const Executor& executor) {
  Selection selection(run, rule, facts);
  selection.reduce_identical();
  executor.for_each(run.clusters.size(), [&](std::size_t i) { selection.reduce_cluster(run.clusters[i]); });
  selection.reduce_versions();
  return selection.take();
}

}  // namespace wireprint
