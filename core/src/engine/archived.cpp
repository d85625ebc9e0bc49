#include "wireprint/engine/archived.hpp"

#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

#include "wireprint/verify/coefficients.hpp"

namespace wireprint {
namespace {

bool is_judged(Status status) { return status == Status::Ok || status == Status::Short; }

Status status_now(const StoreView& view, DocId doc, const DocRecord& record, const std::optional<Standing>& standing) {
  const auto key = view.key(record.key.text);
  if (key && key->newest != doc) return Status::Superseded;
  if (standing && !standing->has_content && is_judged(record.status)) return Status::NoContent;
  return record.status;
}

/// From numbers of versions to positions in a run.
using Positions = std::map<DocId, ArticleId>;

std::optional<ArticleId> position_of(const Positions& positions, DocId doc) {
  const auto found = positions.find(doc);
  return found == positions.end() ? std::nullopt : std::optional(found->second);
}

Positions add_members(const StoreView& view, const ClusterRecord& record, ClusterRun& run) {
  Positions positions;
  for (const MemberRecord& member : record.members) {
    auto judged = archived_article(view, member.doc);
    if (!judged) continue;
    judged->cluster = 0;
    positions.emplace(member.doc, static_cast<ArticleId>(run.articles.size()));
    run.articles.push_back(std::move(*judged));
  }
  return positions;
}

Cluster cluster_of(const ClusterRecord& record, const Positions& positions) {
  Cluster cluster{.members = {}, .original = position_of(positions, record.original).value_or(0), .original_by = record.original_by,
                  .weakest = record.members.size() > 1 ? record.weakest : Share{}, .id = record.id};
  for (const MemberRecord& member : record.members) {
    const auto at = position_of(positions, member.doc);
    if (!at) continue;
    cluster.members.push_back({*at, member.role, member.copied, member.kept, position_of(positions, member.source), member.probability});
  }
  return cluster;
}

Match match_of(const CopyRecord& copy, ArticleId a, ArticleId b) {
  Match match;
  match.a = a;
  match.b = b;
  match.verdict = Verdict::Copy;
  match.role = copy.role;
  match.copied = copy.copied;
  match.kept = copy.kept;
  match.log_odds = log_odds_of(copy.probability);
  return match;
}

void add_copies(const StoreView& view, const Positions& positions, ClusterRun& run) {
  for (const auto& [doc, at] : positions) {
    for (const CopyRecord& copy : view.copies(doc)) {
      if (copy.b != doc) continue;  // each pair once
      if (const auto earlier = position_of(positions, copy.a)) run.matches.push_back(match_of(copy, *earlier, at));
    }
  }
}

struct Place {
  bool undated = false;
  std::int64_t seconds = 0;
  ClusterNumber number = 0;
};

bool comes_before(const Place& x, const Place& y) { return std::pair(x.undated, x.seconds) < std::pair(y.undated, y.seconds); }

std::string original_key(const StoreView& view, ClusterNumber number) {
  const auto cluster = view.cluster(number);
  const auto record = cluster ? view.record(cluster->original) : std::nullopt;
  return record ? record->key.text : std::string();
}

// Keys are looked up only for clusters of one time: most clusters have their own, and an archive has millions.
void order_by_key(const StoreView& view, std::vector<Place>& places) {
  for (auto first = places.begin(); first != places.end();) {
    const auto last = std::find_if(first, places.end(), [&](const Place& place) { return comes_before(*first, place); });
    if (last - first > 1) {
      std::vector<std::pair<std::string, Place>> keyed;
      for (auto place = first; place != last; ++place) keyed.emplace_back(original_key(view, place->number), *place);
      std::ranges::stable_sort(keyed, {}, [](const auto& entry) { return entry.first; });
      std::ranges::transform(keyed, first, [](const auto& entry) { return entry.second; });
    }
    first = last;
  }
}

}  // namespace

std::optional<JudgedArticle> archived_article(const StoreView& view, DocId doc) {
  const auto record = view.record(doc);
  if (!record) return std::nullopt;
  JudgedArticle judged;
  if (auto article = view.article(doc)) judged.article = std::move(*article);
  judged.article.key = record->key;
  judged.article.outlet = record->outlet;
  judged.article.published = record->published;
  judged.article.updated = record->updated;
  judged.status = status_now(view, doc, *record, view.standing(doc));
  judged.words = record->words;
  judged.story_words = record->story_words;
  judged.agency = record->agency;
  return judged;
}

std::optional<ClusterRun> archived_cluster(const StoreView& view, ClusterNumber number) {
  const auto record = view.cluster(number);
  if (!record || record->members.empty()) return std::nullopt;
  ClusterRun run;
  const Positions positions = add_members(view, *record, run);
  run.clusters.push_back(cluster_of(*record, positions));
  add_copies(view, positions, run);
  return run;
}

std::vector<ClusterNumber> clusters_in_order(const StoreView& view) {
  std::vector<Place> places;
  for (ClusterNumber number = 1; number <= view.clusters(); ++number) {
    const auto cluster = view.cluster(number);
    if (!cluster || cluster->members.empty()) continue;
    const auto original = view.record(cluster->original);
    if (!original) continue;
    places.push_back({!original->published.known(), original->published.known() ? original->published.seconds : 0, number});
  }
  std::ranges::sort(places, comes_before);
  order_by_key(view, places);
  std::vector<ClusterNumber> numbers;
  std::ranges::transform(places, std::back_inserter(numbers), &Place::number);
  return numbers;
}

std::vector<DocId> docs_in_no_cluster(const StoreView& view) {
  std::vector<std::tuple<std::string, std::uint32_t, DocId>> found;
  for (DocId doc = 0; doc < view.docs(); ++doc) {
    const auto standing = view.standing(doc);
    const auto record = !standing || standing->cluster != 0 ? std::nullopt : view.record(doc);
    if (record) found.emplace_back(record->key.text, record->version, doc);
  }
  std::ranges::sort(found);
  std::vector<DocId> docs;
  for (const auto& entry : found) docs.push_back(std::get<2>(entry));
  return docs;
}

}  // namespace wireprint
