#include "engine/night/scene.hpp"

#include <algorithm>

#include "engine/reading.hpp"
#include "wireprint/cluster/leaders.hpp"
#include "wireprint/index/band_index.hpp"

namespace wireprint {
namespace {

constexpr Day kLastDay = kUndated - 1;

// Of a shingle with that crossing day, for a pair whose later day is the other.
bool is_story(Day crossing, Day day) { return crossing > furniture_horizon(day == kUndated ? std::nullopt : std::optional(day), std::nullopt); }

}  // namespace

std::optional<Fingerprint> print_of(const StoreView& view, DocId doc, const Recipe& recipe) {
  if (auto kept = view.fingerprint(doc)) return kept;
  const auto article = view.article(doc);
  return article ? std::optional(fingerprint_of(*article, recipe)) : std::nullopt;
}

template <class Row, class Make>
const Row& Documents::once(std::unordered_map<DocId, Row>& rows, DocId doc, const Make& make) {
  {
    const std::shared_lock lock(mutex_);
    const auto found = rows.find(doc);
    if (found != rows.end()) return found->second;
  }
  Row made = make();
  const std::unique_lock lock(mutex_);
  return rows.try_emplace(doc, std::move(made)).first->second;
}

const DocRecord& Documents::record(DocId doc) {
  return once(records_, doc, [&] { return overlay_.record(doc).value_or(DocRecord{}); });
}

const Fingerprint& Documents::print(DocId doc) {
  return once(prints_, doc, [&] { return print_of(overlay_, doc, rules_.recipe).value_or(Fingerprint{}); });
}

const std::vector<std::uint64_t>& Documents::bands(DocId doc) {
  return once(bands_, doc, [&] { return band_hashes(print(doc).minhash, rules_.banding); });
}

std::optional<Day> Documents::date(DocId doc) {
  const Day day = record(doc).day();
  return day == kUndated ? std::nullopt : std::optional(day);
}

ArticleFacts Documents::facts(DocId doc) {
  const DocRecord& row = record(doc);
  return {row.published, row.key.text, row.agency_own, row.story_words};
}

PairFacts Documents::facts_of(DocId a, DocId b) {
  return wireprint::facts_of({record(a).outlet, date(a)}, {record(b).outlet, date(b)});
}

bool Documents::earlier(DocId a, DocId b) { return wireprint::earlier(facts(a), facts(b)); }

void Documents::sort_by_time(std::vector<DocId>& docs) {
  std::ranges::sort(docs);
  const auto repeated = std::ranges::unique(docs);
  docs.erase(repeated.begin(), repeated.end());
  std::ranges::sort(docs, [&](DocId a, DocId b) { return earlier(a, b); });
}

Standing Scene::standing(DocId doc) const {
  if (doc >= view_.docs()) return {};
  if (&view_ != &documents_.overlay().base()) return view_.standing(doc).value_or(Standing{});
  {
    const std::lock_guard lock(mutex_);
    const auto found = standings_.find(doc);
    if (found != standings_.end()) return found->second;
  }
  const Standing row = view_.standing(doc).value_or(Standing{});
  const std::lock_guard lock(mutex_);
  return standings_.emplace(doc, row).first->second;
}

Marks Scene::marks(DocId doc) const { return doc < view_.docs() ? view_.marks(doc) : Marks{}; }

template <class Takes>
DocId Scene::earliest(const Hash128& exact, DayRange days, const Takes& takes) const {
  auto list = view_.postings(PostingKind::Text, exact.low, days);
  std::ranges::sort(list, {}, [](const Posting& posting) { return std::pair(posting.day, posting.doc); });
  DocId first = kNoDoc;
  for (const Posting& posting : list) {
    if (first != kNoDoc && documents_.day(first) != posting.day) break;
    if (!takes(posting.doc) || documents_.record(posting.doc).exact != exact) continue;
    if (first == kNoDoc || documents_.earlier(posting.doc, first)) first = posting.doc;
  }
  return first;
}

DocId Scene::representative(const Hash128& exact) const {
  return earliest(exact, {.last = kLastDay}, [&](DocId doc) { return marks(doc).current; });
}

DocId Scene::first_of(const Hash128& exact) const {
  return earliest(exact, {}, [&](DocId doc) { return takes_part(doc); });
}

std::vector<DocId> Scene::all_of(const Hash128& exact) const {
  std::vector<DocId> docs;
  for (const Posting& posting : view_.postings(PostingKind::Text, exact.low, {})) {
    if (takes_part(posting.doc) && documents_.record(posting.doc).exact == exact) docs.push_back(posting.doc);
  }
  documents_.sort_by_time(docs);
  return docs;
}

// Day by day away from the text, until there are enough.
std::vector<DocId> Scene::mates(DocId doc, std::uint64_t band, bool after) const {
  const Day own = documents_.day(doc);
  auto list = view_.postings(PostingKind::Band, band, after ? DayRange{.first = own} : DayRange{.last = own});
  std::ranges::sort(list, {}, [](const Posting& posting) { return std::pair(posting.day, posting.doc); });
  if (!after) std::ranges::reverse(list);

  std::vector<DocId> found;
  for (std::size_t begin = 0, end = 0; begin < list.size() && found.size() < kTextsMet; begin = end) {
    std::vector<DocId> of_day;
    for (; end < list.size() && list[end].day == list[begin].day; ++end) {
      const DocId other = list[end].doc;
      if (other == doc || !is_sketched(other)) continue;
      if (list[end].day == own && documents_.earlier(doc, other) != after) continue;
      of_day.push_back(other);
    }
    documents_.sort_by_time(of_day);
    if (!after) std::ranges::reverse(of_day);
    found.insert(found.end(), of_day.begin(), of_day.end());
  }
  found.resize(std::min(found.size(), kTextsMet));
  return found;
}

std::vector<DocId> Scene::leaders_met(DocId doc) const {
  std::vector<DocId> found;
  for (const std::uint64_t band : documents_.bands(doc)) {
    for (const DocId mate : mates_before(doc, band)) found.push_back(standing(mate).leader);
  }
  documents_.sort_by_time(found);
  return found;
}

std::vector<DocId> Scene::leaders_with(std::uint64_t shingle, DayRange days) const {
  std::vector<DocId> found;
  for (const Posting& posting : view_.postings(PostingKind::Sample, shingle, days)) {
    if (leads(posting.doc)) found.push_back(posting.doc);
  }
  return found;
}

bool Scene::is_story(std::uint64_t shingle, Day day) const { return wireprint::is_story(view_.crossing(shingle), day); }

std::vector<DocId> Scene::visible_among(const std::vector<Posting>& list, DocId doc, std::uint64_t shingle) const {
  const Day own = documents_.day(doc);
  const Day crossing = view_.crossing(shingle);
  if (own != kUndated && !wireprint::is_story(crossing, own)) return {};
  std::vector<DocId> before;
  for (const Posting& posting : list) {
    if (posting.day > own || posting.doc == doc || !leads(posting.doc) || (own == kUndated && !wireprint::is_story(crossing, posting.day))) continue;
    if (posting.day < own || documents_.earlier(posting.doc, doc)) before.push_back(posting.doc);
  }
  if (before.size() <= static_cast<std::size_t>(rules_.passage.crowd)) return before;
  documents_.sort_by_time(before);
  std::vector<DocId> visible;
  for (std::size_t i = 0; i < before.size(); ++i) {
    if (is_visible(rules_.passage, i, before.size())) visible.push_back(before[i]);
  }
  return visible;
}

// The other's words are read only where they decide: of most that share one shingle with a text nothing else is asked.
std::vector<DocId> Scene::with_enough(std::vector<DocId> met, DocId doc) const {
  std::ranges::sort(met);
  const std::uint32_t own = documents_.record(doc).words;
  std::vector<DocId> found;
  for (auto first = met.begin(); first != met.end();) {
    const auto last = std::find_if(first, met.end(), [&](DocId other) { return other != *first; });
    const auto shared = static_cast<std::uint32_t>(last - first);
    if (is_enough(rules_.passage, shared, own, own) || is_enough(rules_.passage, shared, own, documents_.record(*first).words)) found.push_back(*first);
    first = last;
  }
  return found;
}

std::vector<DocId> Scene::passages_before(DocId doc) const {
  std::vector<DocId> met;
  const Day own = documents_.day(doc);
  for (const std::uint64_t shingle : documents_.print(doc).samples) {
    if (own != kUndated && !is_story(shingle, own)) continue;
    const auto visible = visible_among(view_.postings(PostingKind::Sample, shingle, {.last = own}), doc, shingle);
    met.insert(met.end(), visible.begin(), visible.end());
  }
  return with_enough(std::move(met), doc);
}

}  // namespace wireprint
