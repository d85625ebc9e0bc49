#include <algorithm>

#include "engine/night/night.hpp"

namespace wireprint {
namespace {

// The earliest of each text first, then the groups of nearly identical ones, as cluster/leaders.hpp has it: texts whose
// answer may have changed are asked in the order of time, and a changed answer makes those that meet the text ask again.
class Grouping {
 public:
  explicit Grouping(Night& night) : night_(night), queue_([this](DocId a, DocId b) { return night_.documents.earlier(a, b); }) {}

  void run() {
    change_first_texts();
    for (const DocId doc : sketches_changed_) ask_those_meeting(doc);
    for (const auto& [doc, days] : night_.stale.all()) ask_stale(doc, days);
    while (!queue_.empty()) ask(*queue_.begin());
    for (const DocId doc : leaders_changed_) lead_identical(doc);
    night_.regrouped = std::move(touched_);
    std::erase_if(night_.regrouped, [&](DocId doc) { return is_as_before(doc); });
  }

 private:
  using Queue = std::set<DocId, std::function<bool(DocId, DocId)>>;

  void put(DocId doc, DocId identical, DocId leader) {
    Standing row = night_.after.standing(doc);
    row.identical = identical;
    row.leader = leader;
    night_.overlay.put_standing(doc, row);
    touched_.insert(doc);
  }

  // Which text of equal ones is sketched.
  void change_first_texts() {
    std::set<Hash128> texts;
    for (const DocId doc : candidates()) {
      if (night_.before.takes_part(doc) == night_.after.takes_part(doc)) continue;
      texts.insert(night_.documents.record(doc).exact);
      const DocId own = night_.after.standing(doc).current ? doc : kNoDoc;
      put(doc, own, own);
    }
    for (const Hash128& text : texts) set_first(text);
  }

  [[nodiscard]] std::set<DocId> candidates() const {
    std::set<DocId> docs = night_.entered;
    for (const auto& [doc, days] : night_.stale.all()) docs.insert(doc);
    return docs;
  }

  void set_first(const Hash128& text) {
    const DocId old = night_.before.first_of(text);
    const DocId now = night_.after.first_of(text);
    if (old != now) {
      if (old != kNoDoc) sketches_changed_.insert(old);
      if (now != kNoDoc) sketches_changed_.insert(now);
    }
    if (now == kNoDoc) return;
    leaders_changed_.insert(now);
    for (const DocId doc : night_.after.all_of(text)) {
      if (night_.after.standing(doc).identical != now || doc == now) put(doc, now, doc == now && old == now ? night_.after.standing(doc).leader : doc);
    }
  }

  void ask_those_meeting(DocId doc) {
    if (night_.after.is_sketched(doc)) queue_.insert(doc);
    for (const std::uint64_t band : night_.documents.bands(doc)) {
      for (const DocId mate : night_.after.mates_after(doc, band)) queue_.insert(mate);
    }
  }

  // A text that is stale may be told apart from its leader, and so may those that were asked about it.
  void ask_stale(DocId doc, DayRange days) {
    const Day own = night_.documents.day(doc);
    if (night_.after.is_sketched(doc) && (own == kUndated || days.contains(own))) queue_.insert(doc);
    if (!night_.before.leads(doc)) return;
    std::vector<DocId> group{doc};
    for (const CopyRecord& copy : night_.before.view().copies(doc)) {
      if (night_.before.is_sketched(copy.b) && night_.before.standing(copy.b).leader == doc) group.push_back(copy.b);
    }
    for (const DocId member : group) {
      for (const std::uint64_t band : night_.documents.bands(member)) {
        for (const DocId mate : night_.after.mates_after(member, band)) {
          if (night_.is_stale(doc, mate)) queue_.insert(mate);
        }
      }
    }
  }

  void ask(DocId doc) {
    queue_.erase(queue_.begin());
    if (!night_.after.is_sketched(doc)) return;
    night_.asked.insert(doc);
    const DocId leader = leader_of(doc);
    const Standing row = night_.after.standing(doc);
    if (row.leader == leader) return;
    put(doc, doc, leader);
    leaders_changed_.insert(doc);
    for (const std::uint64_t band : night_.documents.bands(doc)) {
      for (const DocId mate : night_.after.mates_after(doc, band)) queue_.insert(mate);
    }
  }

  [[nodiscard]] DocId leader_of(DocId doc) {
    const bool was_sketched = night_.before.is_sketched(doc);
    const DocId old = was_sketched ? night_.before.standing(doc).leader : kNoDoc;
    const auto met_before = was_sketched ? night_.before.leaders_met(doc) : std::vector<DocId>{};
    for (const DocId leader : night_.after.leaders_met(doc)) {
      const bool was_asked = std::ranges::find(met_before, leader) != met_before.end() && !night_.is_stale(leader, doc);
      if (was_asked && leader == old) return leader;
      if (was_asked && (old == doc || night_.documents.earlier(leader, old))) continue;
      if (nearly_identical(leader, doc)) return leader;
    }
    return doc;
  }

  [[nodiscard]] bool nearly_identical(DocId leader, DocId doc) {
    if (!worth_comparing(night_.documents.print(leader).minhash, night_.documents.print(doc).minhash)) return false;
    return night_.proofs.nearly_identical(leader, doc);
  }

  void lead_identical(DocId first) {
    if (!night_.after.is_sketched(first)) return;
    const DocId leader = night_.after.standing(first).leader;
    for (const DocId doc : night_.after.all_of(night_.documents.record(first).exact)) {
      if (night_.after.standing(doc).leader != leader) put(doc, first, leader);
    }
  }

  [[nodiscard]] bool is_as_before(DocId doc) const {
    const Standing old = night_.before.standing(doc);
    const Standing now = night_.after.standing(doc);
    return old.current == now.current && old.has_content == now.has_content && old.identical == now.identical && old.leader == now.leader;
  }

  Night& night_;
  Queue queue_;
  std::set<DocId> sketches_changed_;
  std::set<DocId> leaders_changed_;  // firsts of their texts
  std::set<DocId> touched_;
};

}  // namespace

void find_groups(Night& night) { Grouping(night).run(); }

}  // namespace wireprint
