#include "engine/night/cluster_names.hpp"

#include <algorithm>
#include <set>
#include <tuple>

namespace wireprint {
namespace {

class Naming {
 public:
  Naming(Night& night, const std::map<ClusterNumber, ClusterRecord>& old, std::vector<ClusterRecord> rows)
      : night_(night),
        seq_(night.overlay.events() + 1),
        old_(old), rows_(std::move(rows)), numbers_(rows_.size(), 0), absorbed_(rows_.size()), split_from_(rows_.size()) {
    for (std::size_t i = 0; i < rows_.size(); ++i) {
      for (const MemberRecord& member : rows_[i].members) row_of_[member.doc] = i, roles_[member.doc] = member.role;
    }
  }

  Reclustered run() {
    for (const auto& [number, row] : old_) claim(number, row);
    for (std::size_t i = 0; i < rows_.size(); ++i) {
      if (numbers_[i] == 0) numbers_[i] = new_number(i);
    }
    for (std::size_t i = 0; i < rows_.size(); ++i) note_split(i);
    for (std::size_t i = 0; i < rows_.size(); ++i) write(i);
    for (const auto& [number, row] : old_) end(number, row);
    move_articles();
    std::ranges::sort(found_.changes, {}, [](const ClusterChange& change) { return std::pair(change.cluster, change.split); });
    return std::move(found_);
  }

 private:
  // The row that carries an old cluster on: that of its original, else of its earliest member that is in any.
  [[nodiscard]] std::optional<std::size_t> heir_of(const ClusterRecord& row) const {
    const auto original = row_of_.find(row.original);
    if (original != row_of_.end()) return original->second;
    for (const MemberRecord& member : row.members) {
      const auto found = row_of_.find(member.doc);
      if (found != row_of_.end()) return found->second;
    }
    return std::nullopt;
  }

  // Old clusters come by number: the oldest that claims a row gives its id.
  void claim(ClusterNumber number, const ClusterRecord& row) {
    const auto heir = heir_of(row);
    if (!heir) return;
    heirs_[number] = *heir;
    if (numbers_[*heir] == 0) {
      numbers_[*heir] = number;
    } else {
      absorbed_[*heir].push_back(number);
    }
  }

  [[nodiscard]] ClusterNumber new_number(std::size_t i) {
    const std::string key = night_.documents.record(rows_[i].original).key.text;
    std::string id = key;
    for (int n = 2; night_.overlay.cluster_number(id) != 0; ++n) id = key + '~' + std::to_string(n);
    const ClusterNumber number = night_.overlay.clusters() + 1;
    rows_[i].id = id;
    night_.overlay.put_cluster_id(id, number);
    night_.overlay.put_cluster(number, rows_[i]);
    is_new_.insert(number);
    return number;
  }

  // Of a new cluster, the older ones that its members stood in.
  void note_split(std::size_t i) {
    if (!is_new_.contains(numbers_[i])) return;
    std::set<ClusterNumber> from;
    for (const MemberRecord& member : rows_[i].members) {
      const ClusterNumber old = night_.before.standing(member.doc).cluster;
      if (old != 0) from.insert(old);
    }
    split_from_[i].assign(from.begin(), from.end());
    for (const ClusterNumber old : from) split_off_[old].push_back(rows_[i].id);
    if (!from.empty()) found_.changes.push_back({numbers_[i], split_from_[i], true});
  }

  void write(std::size_t i) {
    ClusterRecord row = std::move(rows_[i]);
    const ClusterNumber number = numbers_[i];
    const auto before = old_.find(number);
    if (before != old_.end()) {
      row.id = before->second.id;
      row.aliases = before->second.aliases;
      row.history = before->second.history;
    } else {
      row.history.push_back({ClusterTurn::Kind::Created, seq_, ""});
    }
    for (const ClusterNumber gone : absorbed_[i]) absorb(row, number, gone);
    for (const ClusterNumber from : split_from_[i]) row.history.push_back({ClusterTurn::Kind::SplitFrom, seq_, old_.at(from).id});
    for (const std::string& side : split_off_[number]) row.history.push_back({ClusterTurn::Kind::SplitOff, seq_, side});
    if (!absorbed_[i].empty()) found_.changes.push_back({number, absorbed_[i], false});
    if (before == old_.end() || !(before->second == row)) night_.overlay.put_cluster(number, row);
    rows_[i] = std::move(row);
  }

  void absorb(ClusterRecord& row, ClusterNumber number, ClusterNumber gone) {
    const ClusterRecord& other = old_.at(gone);
    row.aliases.push_back(other.id);
    row.aliases.insert(row.aliases.end(), other.aliases.begin(), other.aliases.end());
    std::ranges::sort(row.aliases);
    row.history.push_back({ClusterTurn::Kind::Absorbed, seq_, other.id});
    night_.overlay.put_cluster_id(other.id, number);
    for (const std::string& alias : other.aliases) night_.overlay.put_cluster_id(alias, number);
  }

  // An old cluster whose id no row carries on has no members from now on.
  void end(ClusterNumber number, const ClusterRecord& before) {
    const auto heir = heirs_.find(number);
    if (heir != heirs_.end() && numbers_[heir->second] == number) return;
    ClusterRecord row = before;
    row.members.clear();
    row.original = kNoDoc;
    row.aliases.clear();
    for (const std::string& side : split_off_[number]) row.history.push_back({ClusterTurn::Kind::SplitOff, seq_, side});
    if (heir != heirs_.end()) row.history.push_back({ClusterTurn::Kind::MergedInto, seq_, rows_[heir->second].id});
    if (heir == heirs_.end()) row.history.push_back({ClusterTurn::Kind::Dissolved, seq_, ""});
    if (heir == heirs_.end()) row.aliases = before.aliases;
    night_.overlay.put_cluster(number, std::move(row));
  }

  void move_articles() {
    std::set<DocId> docs;
    std::map<DocId, Role> old_roles;
    for (const auto& [number, row] : old_) {
      for (const MemberRecord& member : row.members) docs.insert(member.doc), old_roles[member.doc] = member.role;
    }
    for (const auto& [doc, row] : row_of_) docs.insert(doc);
    docs.insert(night_.entered.begin(), night_.entered.end());
    for (const DocId doc : docs) move(doc, old_roles);
    std::ranges::sort(found_.moves, [&](const ClusterMove& x, const ClusterMove& y) { return night_.documents.earlier(x.doc, y.doc); });
  }

  void move(DocId doc, const std::map<DocId, Role>& old_roles) {
    Standing standing = night_.after.standing(doc);
    const auto row = row_of_.find(doc);
    const ClusterNumber now = row == row_of_.end() ? 0 : numbers_[row->second];
    const ClusterNumber before = night_.before.standing(doc).cluster;
    if (standing.cluster != now) {
      standing.cluster = now;
      night_.overlay.put_standing(doc, standing);
    }
    if (!standing.current) return;
    const auto old_role = old_roles.find(doc);
    const bool role_changed = now != 0 && old_role != old_roles.end() && old_role->second != roles_.at(doc);
    if (now != before || role_changed) found_.moves.push_back({doc, before, now, role_changed});
  }

  Night& night_;
  std::uint64_t seq_;  // of the first event of the batch
  const std::map<ClusterNumber, ClusterRecord>& old_;
  std::vector<ClusterRecord> rows_;
  std::vector<ClusterNumber> numbers_;
  std::vector<std::vector<ClusterNumber>> absorbed_;
  std::vector<std::vector<ClusterNumber>> split_from_;
  std::map<DocId, std::size_t> row_of_;
  std::map<DocId, Role> roles_;
  std::map<ClusterNumber, std::size_t> heirs_;
  std::map<ClusterNumber, std::vector<std::string>> split_off_;
  std::set<ClusterNumber> is_new_;
  Reclustered found_;
};

}  // namespace

Reclustered name_clusters(Night& night, const std::map<ClusterNumber, ClusterRecord>& old, std::vector<ClusterRecord> rows) {
  return Naming(night, old, std::move(rows)).run();
}

}  // namespace wireprint
