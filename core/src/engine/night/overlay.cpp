#include "engine/night/overlay.hpp"

#include <algorithm>

#include "wireprint/base/hash.hpp"

namespace wireprint {
namespace {

std::size_t place_of(PostingKind kind) { return static_cast<std::size_t>(kind); }

}  // namespace

ClusterNumber Overlay::clusters() const {
  const ClusterNumber last = changes_.clusters.empty() ? 0 : changes_.clusters.rbegin()->first;
  return std::max(last, base_->clusters());
}

std::optional<DocRecord> Overlay::record(DocId doc) const {
  if (const NewDoc* own = added(doc)) return own->record;
  const auto found = changes_.records.find(doc);
  return found != changes_.records.end() ? std::optional(found->second) : base_->record(doc);
}

std::optional<Fingerprint> Overlay::fingerprint(DocId doc) const {
  const NewDoc* own = added(doc);
  return own != nullptr ? std::optional(own->print) : base_->fingerprint(doc);
}

std::optional<Article> Overlay::article(DocId doc) const {
  const NewDoc* own = added(doc);
  return own != nullptr ? std::optional(own->article) : base_->article(doc);
}

std::optional<Standing> Overlay::standing(DocId doc) const {
  const auto found = changes_.standings.find(doc);
  if (found != changes_.standings.end()) return found->second;
  return doc < base_->docs() ? base_->standing(doc) : std::nullopt;
}

Marks Overlay::marks(DocId doc) const {
  if (doc >= base_->docs()) return doc - base_->docs() < marks_.size() ? marks_[doc - base_->docs()] : Marks{};
  const auto found = marks_before_.find(doc);
  return found != marks_before_.end() ? found->second : base_->marks(doc);
}

void Overlay::put_standing(DocId doc, const Standing& standing) {
  changes_.standings[doc] = standing;
  if (doc < base_->docs()) {
    marks_before_[doc] = marks_of(standing, doc);
    return;
  }
  marks_.resize(std::max<std::size_t>(marks_.size(), doc - base_->docs() + 1));
  marks_[doc - base_->docs()] = marks_of(standing, doc);
}

std::optional<KeyRecord> Overlay::key(std::string_view key) const {
  const auto found = changes_.keys.find(std::string(key));
  return found != changes_.keys.end() ? found->second : base_->key(key);
}

std::optional<OutletRecord> Overlay::outlet(std::string_view outlet) const {
  const auto found = changes_.outlets.find(std::string(outlet));
  return found != changes_.outlets.end() ? std::optional(found->second) : base_->outlet(outlet);
}

std::vector<Posting> Overlay::listed_below(PostingKind kind, std::uint64_t hash, DayRange days) const {
  if (!remembers_samples_ || kind != PostingKind::Sample) return base_->postings(kind, hash, days);
  const auto [found, is_new] = samples_read_.try_emplace(hash);
  if (is_new) found->second = base_->postings(kind, hash, {});
  std::vector<Posting> list;
  std::ranges::copy_if(found->second, std::back_inserter(list), [&](const Posting& posting) { return days.contains(posting.day); });
  return list;
}

std::vector<Posting> Overlay::postings(PostingKind kind, std::uint64_t hash, DayRange days) const {
  auto list = listed_below(kind, hash, days);
  postings_.at(place_of(kind)).visit(hash, [&](const Posting& posting) {
    if (days.contains(posting.day)) list.push_back(posting);
  });
  if (!removed_.empty()) std::erase_if(list, [&](const Posting& posting) { return removed_.contains(posting.doc); });
  return list;
}

std::vector<Representative> Overlay::representatives(Day day, std::size_t limit) const {
  const auto first = changes_.representatives.lower_bound({day, 0, 0});
  const auto last = changes_.representatives.upper_bound({day, ~std::uint64_t{0}, kNoDoc});
  auto list = base_->representatives(day, limit + static_cast<std::size_t>(std::distance(first, last)));
  for (auto row = first; row != last; ++row) {
    const Representative entry{std::get<1>(row->first), std::get<2>(row->first)};
    const auto place = std::ranges::lower_bound(list, entry);
    const bool stood = place != list.end() && *place == entry;
    if (row->second && !stood) list.insert(place, entry);
    if (!row->second && stood) list.erase(place);
  }
  list.resize(std::min(list.size(), limit));
  return list;
}

Day Overlay::crossing(std::uint64_t shingle) const {
  const Day* found = crossings_.find(shingle);
  return found != nullptr ? *found : base_->crossing(shingle);
}

std::vector<CopyRecord> Overlay::copies(DocId doc) const {
  auto list = doc < base_->docs() ? base_->copies(doc) : std::vector<CopyRecord>{};
  const auto written = copies_of_.find(doc);
  if (written == copies_of_.end()) return list;
  std::erase_if(list, [&](const CopyRecord& copy) { return written->second.contains({copy.a, copy.b}); });
  for (const auto& pair : written->second) {
    if (const auto& copy = changes_.copies.at(pair)) list.push_back(*copy);
  }
  std::ranges::sort(list, {}, [](const CopyRecord& copy) { return std::pair(copy.a, copy.b); });
  return list;
}

std::optional<ClusterRecord> Overlay::cluster(ClusterNumber number) const {
  const auto found = changes_.clusters.find(number);
  return found != changes_.clusters.end() ? std::optional(found->second) : base_->cluster(number);
}

ClusterNumber Overlay::cluster_number(std::string_view id) const {
  const auto found = changes_.cluster_ids.find(std::string(id));
  return found != changes_.cluster_ids.end() ? found->second : base_->cluster_number(id);
}

std::vector<Event> Overlay::events_after(std::uint64_t seq, std::size_t limit) const {
  auto list = base_->events_after(seq, limit);
  for (const Event& event : changes_.events) {
    if (event.seq > seq && list.size() < limit) list.push_back(event);
  }
  return list;
}

DocId Overlay::add(NewDoc doc) {
  const DocId number = docs();
  const auto list = [&](PostingKind kind, std::uint64_t hash) { postings_.at(place_of(kind)).add(hash, {number, doc.record.day()}); };
  list(PostingKind::Text, doc.record.exact.low);
  for (const std::uint64_t band : doc.bands) list(PostingKind::Band, band);
  for (const std::uint64_t shingle : doc.print.samples) list(PostingKind::Sample, shingle);
  changes_.added.push_back(std::move(doc));
  return number;
}

void Overlay::remove(DocId doc) {
  if (removed_.insert(doc).second) changes_.removed.push_back(doc);
}

void Overlay::put_record(DocId doc, DocRecord record) {
  if (doc >= base_->docs()) {
    changes_.added.at(doc - base_->docs()).record = std::move(record);
  } else {
    changes_.records[doc] = std::move(record);
  }
}

void Overlay::put_representative(Day day, std::uint64_t hash, DocId doc, bool stands) { changes_.representatives[{day, hash, doc}] = stands; }

void Overlay::set_copy(DocId a, DocId b, Put<CopyRecord> copy) {
  changes_.copies[{a, b}] = std::move(copy);
  copies_of_[a].insert({a, b});
  copies_of_[b].insert({a, b});
}

bool Overlay::is_changed() const {
  const Changes& c = changes_;
  return !c.added.empty() || !c.removed.empty() || !c.text_removed.empty() || !c.standings.empty() || !c.keys.empty() || !c.events.empty();
}

Changes Overlay::take() && {
  for (const DocId doc : changes_.removed) {
    changes_.standings.erase(doc);
    changes_.records.erase(doc);
  }
  base_.reset();
  return std::move(changes_);
}

}  // namespace wireprint
