#include "engine/night/scene.hpp"

#include <algorithm>

#include "engine/reading.hpp"
#include "wireprint/cluster/leaders.hpp"
#include "wireprint/index/band_index.hpp"

namespace wireprint {
namespace {

constexpr Day kLastDay = kUndated - 1;

}  // namespace

std::optional<Fingerprint> print_of(const StoreView& view, DocId doc, const Recipe& recipe) {
  if (auto kept = view.fingerprint(doc)) return kept;
  const auto article = view.article(doc);
  return article ? std::optional(fingerprint_of(*article, recipe)) : std::nullopt;
}

const DocRecord& Documents::record(DocId doc) {
  const auto found = records_.find(doc);
  if (found != records_.end()) return found->second;
  return records_.emplace(doc, overlay_.record(doc).value_or(DocRecord{})).first->second;
}

const Fingerprint& Documents::print(DocId doc) {
  const auto found = prints_.find(doc);
  if (found != prints_.end()) return found->second;
  return prints_.emplace(doc, print_of(overlay_, doc, rules_.recipe).value_or(Fingerprint{})).first->second;
}

const std::vector<std::uint64_t>& Documents::bands(DocId doc) {
  const auto found = bands_.find(doc);
  if (found != bands_.end()) return found->second;
  return bands_.emplace(doc, band_hashes(print(doc).minhash, rules_.banding)).first->second;
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
  const auto found = standings_.find(doc);
  if (found != standings_.end()) return found->second;
  return standings_.emplace(doc, view_.standing(doc).value_or(Standing{})).first->second;
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

// Leaders before the text for which the shingle is story beside it; of a crowd, those that it is compared with.
std::vector<DocId> Scene::visible_holders(DocId doc, std::uint64_t shingle) const {
  const Day own = documents_.day(doc);
  const Day crossing = view_.crossing(shingle);
  const auto is_story = [&](Day day) { return crossing > furniture_horizon(day == kUndated ? std::nullopt : std::optional(day), std::nullopt); };
  if (own != kUndated && !is_story(own)) return {};
  std::vector<DocId> before;
  for (const Posting& posting : view_.postings(PostingKind::Sample, shingle, {.last = own})) {
    if (posting.doc == doc || !leads(posting.doc) || (own == kUndated && !is_story(posting.day))) continue;
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

std::vector<DocId> Scene::passages_before(DocId doc) const {
  std::unordered_map<DocId, std::uint32_t> shared;
  for (const std::uint64_t shingle : documents_.print(doc).samples) {
    for (const DocId other : visible_holders(doc, shingle)) ++shared[other];
  }
  std::vector<DocId> found;
  for (const auto& [other, count] : shared) {
    if (is_enough(rules_.passage, count, documents_.record(other).words, documents_.record(doc).words)) found.push_back(other);
  }
  documents_.sort_by_time(found);
  return found;
}

}  // namespace wireprint
