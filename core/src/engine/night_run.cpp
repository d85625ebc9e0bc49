#include "wireprint/engine/night_run.hpp"

#include <algorithm>
#include <limits>
#include <map>
#include <optional>
#include <set>
#include <string_view>
#include <tuple>
#include <utility>

#include "wireprint/engine/archived.hpp"

namespace wireprint {
namespace {

class Builder {
 public:
  Builder(const StoreView& view, std::vector<Event> events) : view_(view) { report_.events = std::move(events); }

  NightReport build(std::span<const NightRecord> records) {
    for (const NightRecord& record : records) add(record);
    std::set<ClusterNumber> touched;
    for (const auto& [doc, at] : positions_) {
      if (const auto standing = view_.standing(doc); standing && standing->cluster != 0) touched.insert(standing->cluster);
    }
    for (const ClusterNumber number : touched) add_cluster(number);
    sort_clusters();
    note_removals(records);
    return std::move(report_);
  }

 private:
  void add(const NightRecord& record) {
    report_.fates.push_back(record.fate);
    auto judged = record.doc == kNoDoc ? std::nullopt : archived_article(view_, record.doc);
    if (!judged) {
      judged.emplace();
      judged->status = Status::Error;
    } else if (!positions_.emplace(record.doc, static_cast<ArticleId>(report_.run.articles.size())).second) {
      judged->status = Status::Superseded;
    }
    judged->article.where = record.where;
    judged->place = record.place;
    report_.run.articles.push_back(std::move(*judged));
  }

  // The whole cluster, with those members that were there before.
  void add_cluster(ClusterNumber number) {
    auto stored = archived_cluster(view_, number);
    const auto row = view_.cluster(number);
    if (!stored || !row) return;
    const auto at = static_cast<std::uint32_t>(report_.run.clusters.size());
    std::vector<ArticleId> places;
    for (std::size_t i = 0; i < stored->articles.size(); ++i) places.push_back(place_of(row->members[i].doc, std::move(stored->articles[i])));
    Cluster& cluster = stored->clusters.front();
    cluster.original = places[cluster.original];
    for (Member& member : cluster.members) {
      member.article = places[member.article];
      if (member.source) member.source = places[*member.source];
      report_.run.articles[member.article].cluster = at;
    }
    for (Match& match : stored->matches) {
      match.a = places[match.a];
      match.b = places[match.b];
      report_.run.matches.push_back(std::move(match));
    }
    report_.run.clusters.push_back(std::move(cluster));
  }

  ArticleId place_of(DocId doc, JudgedArticle judged) {
    const auto [place, is_new] = positions_.emplace(doc, static_cast<ArticleId>(report_.run.articles.size()));
    judged.reference = true;
    judged.place.file = std::numeric_limits<std::uint32_t>::max();  // it stands in none of the files
    if (is_new) report_.run.articles.push_back(std::move(judged));
    return place->second;
  }

  void sort_clusters() {
    ClusterRun& run = report_.run;
    const auto place = [&](const Cluster& cluster) {
      const Article& original = run.articles[cluster.original].article;
      return std::tuple(!original.published.known(), original.published.seconds, std::string_view(original.key.text));
    };
    std::ranges::sort(run.clusters, [&](const Cluster& x, const Cluster& y) { return place(x) < place(y); });
    for (std::uint32_t at = 0; at < run.clusters.size(); ++at) {
      for (const Member& member : run.clusters[at].members) run.articles[member.article].cluster = at;
    }
  }

  // Of a cluster its first to arrive stays, whatever was published first.
  void note_removals(std::span<const NightRecord> records) {
    for (ArticleId id = 0; id < records.size(); ++id) {
      if (records[id].doc == kNoDoc) continue;
      const ArticleId same = positions_.at(records[id].doc);
      if (same != id) {
        report_.run.removals.push_back({id, same, {1, 1}, Role::Verbatim});
      } else if (const auto kept = first_to_arrive(records[id].doc)) {
        report_.run.removals.push_back({id, positions_.at(kept->doc), kept->copied, kept->role});
      }
    }
  }

  // The member of its cluster that came before all others; nothing where that is the article itself. With its own figures.
  [[nodiscard]] std::optional<MemberRecord> first_to_arrive(DocId doc) const {
    const auto standing = view_.standing(doc);
    const auto row = standing && standing->cluster != 0 ? view_.cluster(standing->cluster) : std::nullopt;
    if (!row || row->members.empty()) return std::nullopt;
    const auto first = std::ranges::min_element(row->members, {}, &MemberRecord::doc);
    const auto own = std::ranges::find(row->members, doc, &MemberRecord::doc);
    if (first->doc >= doc || own == row->members.end()) return std::nullopt;
    return MemberRecord{first->doc, own->role, own->copied, own->kept, kNoDoc};
  }

  const StoreView& view_;
  NightReport report_;
  std::map<DocId, ArticleId> positions_;
};

}  // namespace

NightReport report_night(const StoreView& view, std::span<const NightRecord> records, std::vector<Event> events) {
  return Builder(view, std::move(events)).build(records);
}

}  // namespace wireprint
