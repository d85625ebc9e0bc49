#include "wireprint/engine/rebuild.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <utility>
#include <vector>

namespace wireprint {
namespace {

constexpr std::size_t kBatch = 50'000;  // versions a commit

Result<RebuildReport> add_all(const StoreView& old, Archive& archive, const std::function<void(std::uint64_t)>& progress) {
  RebuildReport report;
  std::vector<Article> batch;
  for (DocId doc = 0; doc < old.docs(); ++doc) {
    if (auto article = old.article(doc)) {
      batch.push_back(std::move(*article));
      ++report.versions;
    } else if (old.record(doc)) {
      ++report.without_text;
    }
    if (batch.size() < kBatch && doc + 1 < old.docs()) continue;
    if (const auto fault = old.fault()) return fail(*fault);
    if (batch.empty()) continue;
    if (const auto added = archive.add(std::exchange(batch, {})); !added) return fail(added.error());
    if (progress) progress(report.versions);
  }
  return report;
}

/// Gives the new clusters the names of the old ones.
class Renaming {
 public:
  Renaming(const StoreView& old, const StoreView& now) : old_(old), now_(now) {}

  [[nodiscard]] Changes run() {
    for (ClusterNumber number = 1; number <= old_.clusters(); ++number) claim(number);
    for (const auto& [number, names] : claims_) rename(number, names);
    return std::move(changes_);
  }

 private:
  [[nodiscard]] std::optional<std::string> key_of(DocId doc) const {
    const auto record = old_.record(doc);
    return record ? std::optional(record->key.text) : std::nullopt;
  }

  // Where an article of the old archive stands now.
  [[nodiscard]] ClusterNumber cluster_now(DocId doc) const {
    const auto name = key_of(doc);
    const auto key = name ? now_.key(*name) : std::nullopt;
    const auto standing = key ? now_.standing(key->newest) : std::nullopt;
    return standing ? standing->cluster : 0;
  }

  void claim(ClusterNumber number) {
    auto row = old_.cluster(number);
    if (!row || row->members.empty()) return;
    ClusterNumber heir = cluster_now(row->original);
    for (const MemberRecord& member : row->members) heir = heir != 0 ? heir : cluster_now(member.doc);
    if (heir != 0) claims_[heir].push_back(std::move(*row));
  }

  void rename(ClusterNumber number, const std::vector<ClusterRecord>& names) {
    auto row = now_.cluster(number);
    if (!row) return;
    const std::string made = std::exchange(row->id, names.front().id);
    std::set<std::string> aliases(names.front().aliases.begin(), names.front().aliases.end());
    for (const ClusterRecord& other : names) {
      aliases.insert(other.id);
      aliases.insert(other.aliases.begin(), other.aliases.end());
    }
    aliases.erase(row->id);
    row->aliases.assign(aliases.begin(), aliases.end());
    row->history = names.front().history;
    tell(*row, made, names);
    changes_.cluster_ids[row->id] = number;
    for (const std::string& alias : row->aliases) changes_.cluster_ids[alias] = number;
    changes_.clusters[number] = std::move(*row);
  }

  // To who follows by the events the new archive had called it by another name.
  void tell(ClusterRecord& row, const std::string& made, const std::vector<ClusterRecord>& names) {
    const std::uint64_t seq = now_.events() + changes_.events.size() + 1;
    for (std::size_t i = 1; i < names.size(); ++i) row.history.push_back({ClusterTurn::Kind::Absorbed, seq, names[i].id});
    if (made == row.id) return;
    Event event{.seq = seq, .kind = EventKind::Merged, .key = {}, .cluster = row.id, .from = {made}, .original = {}, .role = {}};
    if (const auto original = now_.record(row.original)) event.original = original->key;
    changes_.events.push_back(std::move(event));
  }

  const StoreView& old_;
  const StoreView& now_;
  std::map<ClusterNumber, std::vector<ClusterRecord>> claims_;  // by new cluster: the old ones, the oldest first
  Changes changes_;
};

}  // namespace

Result<RebuildReport> rebuild(const StoreView& old, bool keeps_text, ArticleStore& store, Archive& archive,
                              const std::function<void(std::uint64_t)>& progress) {
  if (!keeps_text) {
    return fail({ErrorCode::Incompatible, "the archive keeps fingerprints only: without texts nothing can be judged again"});
  }
  auto report = add_all(old, archive, progress);
  if (!report) return report;
  Changes changes = Renaming(old, *archive.view()).run();
  if (const auto fault = old.fault()) return fail(*fault);
  if (const auto renamed = store.commit(std::move(changes)); !renamed) return fail(renamed.error());
  return report;
}

}  // namespace wireprint
