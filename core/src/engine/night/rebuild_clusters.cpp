#include <algorithm>
#include <tuple>

#include "engine/night/cluster_names.hpp"
#include "engine/night/night.hpp"
#include "wireprint/cluster/build.hpp"
#include "wireprint/verify/coefficients.hpp"

namespace wireprint {
namespace {

Role seen_from_other_side(Role role) {
  if (role == Role::Trimmed) return Role::Extended;
  if (role == Role::Extended) return Role::Trimmed;
  return role;
}

// The articles that may stand in another cluster than before, and all that hang together with them.
class Region {
 public:
  explicit Region(Night& night) : night_(night) {
    for (const DocId doc : touched()) {
      note_old_cluster(doc);
      reach(doc);
    }
    for (std::size_t i = 0; i < old_members_.size(); ++i) reach(old_members_[i]);
    while (!next_.empty()) spread_from_next();
    night_.documents.sort_by_time(docs_);
    for (ArticleId id = 0; id < docs_.size(); ++id) ids_[docs_[id]] = id;
  }

  [[nodiscard]] const std::vector<DocId>& docs() const { return docs_; }
  [[nodiscard]] const std::map<ClusterNumber, ClusterRecord>& old_clusters() const { return old_clusters_; }

  /// Its clusters, in terms of positions in docs().
  [[nodiscard]] std::vector<Cluster> build() {
    std::vector<ArticleFacts> facts;
    std::vector<ArticleId> leaders;
    for (const DocId doc : docs_) {
      facts.push_back(night_.documents.facts(doc));
      leaders.push_back(ids_.at(night_.after.standing(doc).leader));
    }
    const auto copies = local_copies();
    const auto compare = [&](ArticleId a, ArticleId b) { return match_of(a, b); };
    return build_clusters({facts, leaders, copies, compare}, night_.executor);
  }

 private:
  [[nodiscard]] std::set<DocId> touched() const {
    std::set<DocId> docs = night_.rejoined;
    docs.insert(night_.regrouped.begin(), night_.regrouped.end());
    docs.insert(night_.redated.begin(), night_.redated.end());
    docs.insert(night_.entered.begin(), night_.entered.end());
    for (const auto& [doc, days] : night_.stale.all()) {
      if (night_.before.standing(doc).cluster != 0) docs.insert(doc);
    }
    return docs;
  }

  void note_old_cluster(DocId doc) {
    const ClusterNumber number = night_.before.standing(doc).cluster;
    if (number == 0 || old_clusters_.contains(number)) return;
    const auto& row = old_clusters_.emplace(number, night_.overlay.base().cluster(number).value_or(ClusterRecord{})).first->second;
    for (const MemberRecord& member : row.members) {
      old_members_.push_back(member.doc);
      described_.emplace(DocPair{row.original, member.doc}, member);
    }
  }

  void reach(DocId doc) {
    if (!night_.after.takes_part(doc) || !seen_.insert(doc).second) return;
    docs_.push_back(doc);
    next_.push_back(doc);
    reach(night_.after.standing(doc).leader);
    if (night_.before.standing(doc).cluster != 0) note_old_cluster(doc);
  }

  void spread_from_next() {
    const DocId doc = next_.back();
    next_.pop_back();
    for (const CopyRecord& copy : night_.overlay.copies(doc)) {
      if (copy.a == doc) copies_.push_back(copy);
      reach(copy.a == doc ? copy.b : copy.a);
    }
  }

  [[nodiscard]] std::vector<Match> local_copies() {
    std::vector<Match> matches;
    for (const CopyRecord& copy : copies_) {
      Match match = to_match(copy);
      match.a = ids_.at(copy.a);
      match.b = ids_.at(copy.b);
      known_.emplace(DocPair{copy.a, copy.b}, match);
      matches.push_back(std::move(match));
    }
    std::ranges::sort(matches, {}, [](const Match& match) { return std::pair(match.b, match.a); });
    return matches;
  }

  // A copy; what an old cluster says of the two; else compared.
  [[nodiscard]] Match match_of(ArticleId a, ArticleId b) const {
    const DocPair pair(docs_[a], docs_[b]);
    const auto known = known_.find(pair);
    if (known != known_.end()) return known->second;
    if (auto told = told_by_old_cluster(pair)) return *told;
    return night_.proofs.compare(pair.first, pair.second);
  }

  [[nodiscard]] std::optional<Match> told_by_old_cluster(const DocPair& pair) const {
    if (night_.stale.has(pair.first) || night_.stale.has(pair.second)) return std::nullopt;
    Match match;
    auto found = described_.find(pair);
    if (found != described_.end()) {
      match.role = found->second.role;
      match.copied = found->second.copied;
      match.kept = found->second.kept;
      match.log_odds = log_odds_of(found->second.probability);
      return match;
    }
    found = described_.find({pair.second, pair.first});
    if (found == described_.end()) return std::nullopt;
    match.role = seen_from_other_side(found->second.role);
    match.copied = found->second.kept;
    match.kept = found->second.copied;
    match.log_odds = log_odds_of(found->second.probability);
    return match;
  }

  Night& night_;
  std::set<DocId> seen_;
  std::vector<DocId> docs_, next_, old_members_;
  std::vector<CopyRecord> copies_;
  std::map<DocId, ArticleId> ids_;
  std::map<ClusterNumber, ClusterRecord> old_clusters_;
  std::map<DocPair, MemberRecord> described_;  // by the original and the member
  std::map<DocPair, Match> known_;
};

ClusterRecord to_record(const Cluster& cluster, const std::vector<DocId>& docs) {
  ClusterRecord row;
  row.original = docs[cluster.original];
  row.original_by = cluster.original_by;
  row.weakest = cluster.weakest;
  for (const Member& member : cluster.members) {
    row.members.push_back({docs[member.article], member.role, member.copied, member.kept, member.source ? docs[*member.source] : kNoDoc, member.probability});
  }
  return row;
}

}  // namespace

Reclustered rebuild_clusters(Night& night) {
  Region region(night);
  std::vector<ClusterRecord> rows;
  for (const Cluster& cluster : region.build()) rows.push_back(to_record(cluster, region.docs()));
  return name_clusters(night, region.old_clusters(), std::move(rows));
}

}  // namespace wireprint
