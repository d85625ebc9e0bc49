#include "engine/night/events.hpp"

#include <algorithm>
#include <unordered_map>

namespace wireprint {
namespace {

class Telling {
 public:
  explicit Telling(Night& night) : night_(night), seq_(night.overlay.events()) {}

  void clusters(const std::vector<ClusterChange>& changes) {
    for (const ClusterChange& change : changes) {
      Event event = about(change.split ? EventKind::Split : EventKind::Merged, change.cluster);
      for (const ClusterNumber from : change.from) event.from.push_back(old_id(from));
      if (!change.split) {
        for (const ClusterNumber from : change.from) merged_into_[from] = change.cluster;
      }
      keep(std::move(event));
    }
  }

  void came(const Taken& taken) {
    told_.insert(taken.doc);
    const DocRecord& record = night_.documents.record(taken.doc);
    const DocId newest = night_.overlay.key(record.key.text)->newest;
    const ClusterNumber now = night_.after.standing(newest).cluster;
    Event event = about(taken.kind, now);
    event.key = record.key;
    if (now != 0) set_role(event, now, newest);
    if (taken.kind == EventKind::Unchanged) return events_.push_back(std::move(event));
    told_.insert(newest);
    if (taken.kind == EventKind::Version) set_from(event, cluster_before(record.key.text), now);
    const bool opens = now == 0 || (now > night_.overlay.base().clusters() && event.role == Role::Original);
    if (taken.kind == EventKind::New && !opens) event.kind = EventKind::Joined;
    keep(std::move(event));
  }

  void went(DocId doc) {
    told_.insert(doc);
    Event event = about(EventKind::Removed, 0);
    event.key = night_.documents.record(doc).key;
    set_from(event, night_.before.standing(doc).cluster, 0);
    keep(std::move(event));
  }

  void moved(const ClusterMove& move) {
    if (told_.contains(move.doc)) return;
    const auto merged = merged_into_.find(move.from);
    if (!move.role_changed && merged != merged_into_.end() && merged->second == move.to) return;
    Event event = about(move.from == 0 ? EventKind::Joined : EventKind::Moved, move.to);
    event.key = night_.documents.record(move.doc).key;
    if (move.from != 0) event.from = {old_id(move.from)};
    if (move.to != 0) set_role(event, move.to, move.doc);
    keep(std::move(event));
  }

  [[nodiscard]] std::vector<Event> take() && { return std::move(events_); }

 private:
  [[nodiscard]] Event about(EventKind kind, ClusterNumber number) {
    Event event;
    event.kind = kind;
    if (number == 0) return event;
    const ClusterRecord& row = cluster(number);
    event.cluster = row.id;
    event.original = night_.documents.record(row.original).key;
    return event;
  }

  const ClusterRecord& cluster(ClusterNumber number) {
    const auto found = clusters_.find(number);
    if (found != clusters_.end()) return found->second;
    const auto& row = clusters_.emplace(number, night_.overlay.cluster(number).value_or(ClusterRecord{})).first->second;
    for (const MemberRecord& member : row.members) roles_[member.doc] = member.role;
    return row;
  }

  [[nodiscard]] std::string old_id(ClusterNumber number) const { return night_.overlay.base().cluster(number).value_or(ClusterRecord{}).id; }

  [[nodiscard]] ClusterNumber cluster_before(const std::string& key) const {
    const auto known = night_.overlay.base().key(key);
    return known ? night_.before.standing(known->newest).cluster : 0;
  }

  void set_role(Event& event, ClusterNumber number, DocId doc) {
    static_cast<void>(cluster(number));
    event.role = roles_.at(doc);
  }

  void set_from(Event& event, ClusterNumber from, ClusterNumber to) const {
    if (from != 0 && from != to) event.from = {old_id(from)};
  }

  void keep(Event event) {
    event.seq = ++seq_;
    night_.overlay.add_event(event);
    events_.push_back(std::move(event));
  }

  Night& night_;
  std::uint64_t seq_;
  std::vector<Event> events_;
  std::set<DocId> told_;
  std::map<ClusterNumber, ClusterNumber> merged_into_;
  std::unordered_map<ClusterNumber, ClusterRecord> clusters_;
  std::unordered_map<DocId, Role> roles_;
};

}  // namespace

std::vector<Event> tell(Night& night, std::span<const Taken> taken, std::span<const DocId> removed, const Reclustered& reclustered) {
  Telling telling(night);
  telling.clusters(reclustered.changes);
  for (const Taken& one : taken) telling.came(one);
  for (const DocId doc : removed) telling.went(doc);
  for (const ClusterMove& move : reclustered.moves) telling.moved(move);
  return std::move(telling).take();
}

}  // namespace wireprint
