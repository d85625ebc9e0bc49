#include <algorithm>
#include <unordered_map>

#include "engine/night/surroundings.hpp"

namespace wireprint {
namespace {

constexpr Day kLastDay = kUndated - 1;

// The copies of an article are written with the later one of the pair: a text's own are those among the texts before it.
class Pairing {
 public:
  explicit Pairing(Night& night) : night_(night) {}

  void run() {
    for (const DocId doc : night_.asked) mark(doc);
    for (const DocId doc : night_.regrouped) mark_around(doc);
    mark_those_around();
    mark_in_crowds();
    const std::vector<DocId> docs(marked_.begin(), marked_.end());
    propose(docs);
    std::ranges::sort(to_prove_);
    night_.proofs.prove(to_prove_, night_.executor);
    for (const DocId doc : docs) settle(doc);
  }

 private:
  void mark(DocId doc) {
    if (night_.after.takes_part(doc)) marked_.insert(doc);
  }

  // One that takes part, or leads, and did not before, or the other way round: whose candidates it may be is asked again.
  void mark_around(DocId doc) {
    mark(doc);
    for (const CopyRecord& copy : night_.overlay.copies(doc)) {
      mark(copy.b);
      if (!night_.after.takes_part(doc)) remove(copy);
    }
    if (night_.before.leads(doc) != night_.after.leads(doc)) turned_.push_back(doc);
  }

  // Around those that lead now and did not, or the other way round, and around stale leaders.
  void mark_those_around() {
    std::vector<DocId> centres = turned_;
    for (const auto& [doc, days] : night_.stale.all()) {
      if (night_.after.leads(doc)) centres.push_back(doc);
    }
    const Surroundings surroundings(night_, centres);
    mark_those_after(surroundings);
    mark_around_stale(surroundings);
  }

  void mark_those_after(const Surroundings& surroundings) {
    std::vector<Around> around(turned_.size());
    night_.executor.for_each(turned_.size(), [&](std::size_t i) { around[i] = surroundings.around(turned_[i]); });
    for (std::size_t i = 0; i < turned_.size(); ++i) {
      for (const DocId later : around[i].after) mark(later);
      lists_changed_.insert(around[i].crowds.begin(), around[i].crowds.end());
      if (night_.after.leads(turned_[i])) passages_[turned_[i]] = std::move(around[i].before);
    }
  }

  void mark_around_stale(const Surroundings& surroundings) {
    const std::vector<std::pair<DocId, DayRange>> stale(night_.stale.all().begin(), night_.stale.all().end());
    std::vector<std::vector<DocId>> touched(stale.size());
    night_.executor.for_each(stale.size(), [&](std::size_t i) { touched[i] = touched_by_stale(stale[i].first, stale[i].second, surroundings); });
    for (const auto& docs : touched) {
      for (const DocId doc : docs) mark(doc);
    }
  }

  // Later sides of pairs that may be judged otherwise since a word of `doc` became furniture, or story again.
  [[nodiscard]] std::vector<DocId> touched_by_stale(DocId doc, DayRange days, const Surroundings& surroundings) {
    std::vector<DocId> touched;
    const Day own = night_.documents.day(doc);
    if (own == kUndated || days.contains(own)) touched.push_back(doc);
    for (const CopyRecord& copy : night_.overlay.copies(doc)) {
      if (copy.a == doc && night_.is_stale(doc, copy.b)) touched.push_back(copy.b);
    }
    if (!night_.after.leads(doc)) return touched;
    const auto partners = surroundings.partners_after(doc, days);
    touched.insert(touched.end(), partners.begin(), partners.end());
    const auto members = held_by(doc);
    touched.insert(touched.end(), members.begin(), members.end());
    return touched;
  }

  // Members of the group that a stale leader leads.
  [[nodiscard]] std::vector<DocId> held_by(DocId leader) {
    std::vector<DocId> members;
    std::set<DocId> seen{leader};
    for (std::vector<DocId> next{leader}; !next.empty();) {
      const DocId doc = next.back();
      next.pop_back();
      for (const CopyRecord& copy : night_.before.view().copies(doc)) {
        const DocId other = copy.a == doc ? copy.b : copy.a;
        if (night_.after.standing(other).leader != leader || !seen.insert(other).second) continue;
        next.push_back(other);
        if (night_.is_stale(leader, other)) members.push_back(other);
      }
    }
    return members;
  }

  // The last day of a pair for which a shingle is story, or was.
  [[nodiscard]] Day last_as_story(std::uint64_t shingle) const {
    const Day crossing = std::max(night_.overlay.base().crossing(shingle), night_.overlay.crossing(shingle));
    return crossing == kNever ? kLastDay : crossing - kLookAheadDays - 1;
  }

  [[nodiscard]] static std::vector<DocId> holders(const Scene& scene, std::uint64_t shingle, Day last) {
    auto found = scene.leaders_with(shingle, {.last = last});
    const auto undated = scene.leaders_with(shingle, {.first = kUndated});
    found.insert(found.end(), undated.begin(), undated.end());
    return found;
  }

  // In a crowd a text is compared with some of those before it only, so one that comes between changes for whom it is.
  void mark_in_crowds() {
    const auto crowd = static_cast<std::size_t>(night_.rules.passage.crowd);
    for (const std::uint64_t shingle : lists_changed_) {
      auto now = holders(night_.after, shingle, last_as_story(shingle));
      auto old = holders(night_.before, shingle, last_as_story(shingle));
      if (std::max(now.size(), old.size()) <= crowd) continue;
      night_.documents.sort_by_time(now);
      night_.documents.sort_by_time(old);
      mark_in_crowd(old, now);
    }
  }

  void mark_in_crowd(const std::vector<DocId>& old, const std::vector<DocId>& now) {
    std::unordered_map<DocId, std::size_t> was_at;
    for (std::size_t i = 0; i < old.size(); ++i) was_at[old[i]] = i;
    for (std::size_t i = 0; i < now.size(); ++i) {
      const auto before = was_at.find(now[i]);
      const bool same = before != was_at.end() && night_.documents.day(now[i]) != kUndated && sees_same(old, before->second, now, i);
      if (!same) mark(now[i]);
    }
  }

  // Whether the texts at two places see the same others, of those that are enough to make a crowd.
  [[nodiscard]] bool sees_same(const std::vector<DocId>& old, std::size_t in_old, const std::vector<DocId>& now, std::size_t in_now) const {
    const auto crowd = static_cast<std::size_t>(night_.rules.passage.crowd);
    const auto anchors = std::min(static_cast<std::size_t>(night_.rules.passage.anchors), std::min(in_old, in_now));
    if (in_old <= crowd && in_now <= crowd) return true;  // sees all; who came or went has marked it
    if ((in_old <= crowd) != (in_now <= crowd)) return false;
    const auto at = [](const std::vector<DocId>& list, std::size_t place) { return list.begin() + static_cast<std::ptrdiff_t>(place); };
    return std::equal(old.begin(), at(old, anchors), now.begin()) && std::equal(at(old, in_old - anchors), at(old, in_old), at(now, in_now - anchors));
  }

  [[nodiscard]] std::vector<DocId> candidates(const Scene& scene, DocId doc) {
    if (!scene.leads(doc)) return {};
    const auto known = &scene == &night_.after ? passages_.find(doc) : passages_.end();
    auto found = known != passages_.end() ? known->second : scene.passages_before(doc);
    for (const DocId leader : scene.leaders_met(doc)) {
      if (night_.proofs.may_be_reissue(leader, doc)) found.push_back(leader);
    }
    std::ranges::sort(found);
    const auto repeated = std::ranges::unique(found);
    found.erase(repeated.begin(), repeated.end());
    return found;
  }

  struct Proposal {
    std::vector<DocId> candidates;
    std::vector<DocPair> to_prove;
  };

  void propose(const std::vector<DocId>& docs) {
    std::vector<Proposal> proposals(docs.size());
    night_.executor.for_each(docs.size(), [&](std::size_t i) { proposals[i] = proposal_of(docs[i]); });
    for (std::size_t i = 0; i < docs.size(); ++i) {
      if (!night_.entered.contains(docs[i])) ++night_.judged_again;
      to_prove_.insert(to_prove_.end(), proposals[i].to_prove.begin(), proposals[i].to_prove.end());
      proposed_.emplace(docs[i], std::move(proposals[i].candidates));
    }
  }

  [[nodiscard]] Proposal proposal_of(DocId doc) {
    Proposal proposal;
    if (!night_.after.leads(doc)) {
      const Standing row = night_.after.standing(doc);
      if (night_.regrouped.contains(doc) || night_.is_stale(row.leader, doc)) proposal.to_prove.emplace_back(row.leader, doc);
      return proposal;
    }
    const auto old = candidates(night_.before, doc);
    proposal.candidates = candidates(night_.after, doc);
    for (const DocId earlier : proposal.candidates) {
      if (!std::ranges::binary_search(old, earlier) || night_.is_stale(earlier, doc)) proposal.to_prove.emplace_back(earlier, doc);
    }
    return proposal;
  }

  void settle(DocId doc) {
    const auto& candidates_now = proposed_.at(doc);
    std::set<DocId> wanted(candidates_now.begin(), candidates_now.end());
    if (!night_.after.leads(doc)) {
      if (is_settled(night_.after.standing(doc).leader, doc)) return;
      wanted = {held_through(doc)};
    }
    for (const CopyRecord& copy : night_.overlay.copies(doc)) {
      if (copy.b == doc && !wanted.contains(copy.a) && !cannot_be_told(copy)) remove(copy);
    }
    for (const DocId earlier : wanted) {
      if (night_.after.leads(doc) && is_settled(earlier, doc)) continue;
      const Outcome outcome = night_.proofs.of(earlier, doc);
      if (outcome.copy) put(outcome.record);
      if (!outcome.copy) remove(outcome.record);
    }
  }

  [[nodiscard]] bool is_settled(DocId earlier, DocId doc) const {
    return !std::ranges::binary_search(to_prove_, DocPair{earlier, doc});
  }

  // A member of a group is held by its leader, or where a date or an outlet makes that one no copy, by the identical text.
  [[nodiscard]] DocId held_through(DocId doc) {
    const Standing row = night_.after.standing(doc);
    return night_.proofs.of(row.leader, doc).copy || row.identical == doc ? row.leader : row.identical;
  }

  // Once a text is gone, what was proven on it stays as long as both lead.
  [[nodiscard]] bool cannot_be_told(const CopyRecord& copy) const {
    if (!night_.rules.by_text || !night_.after.leads(copy.a) || !night_.after.leads(copy.b)) return false;
    return !night_.overlay.article(copy.a) || !night_.overlay.article(copy.b);
  }

  void put(const CopyRecord& copy) {
    const auto known = stored(copy);
    if (known && *known == copy) return;
    night_.overlay.put_copy(copy);
    touch(copy);
  }

  void remove(const CopyRecord& copy) {
    if (!stored(copy)) return;
    night_.overlay.remove_copy(copy.a, copy.b);
    touch(copy);
  }

  [[nodiscard]] std::optional<CopyRecord> stored(const CopyRecord& copy) const {
    const auto copies = night_.overlay.copies(copy.b);
    const auto found = std::ranges::find(copies, copy.a, &CopyRecord::a);
    return found != copies.end() && found->b == copy.b ? std::optional(*found) : std::nullopt;
  }

  void touch(const CopyRecord& copy) {
    night_.rejoined.insert(copy.a);
    night_.rejoined.insert(copy.b);
  }

  Night& night_;
  std::set<DocId> marked_;
  std::vector<DocId> turned_;              // that lead now and did not, or the other way round
  std::map<DocId, std::vector<DocId>> passages_;  // of them, the leaders before that share enough
  std::set<std::uint64_t> lists_changed_;  // shingles that more or fewer leaders hold, and many hold
  std::map<DocId, std::vector<DocId>> proposed_;
  std::vector<DocPair> to_prove_;
};

}  // namespace

void find_copies(Night& night) { Pairing(night).run(); }

}  // namespace wireprint
