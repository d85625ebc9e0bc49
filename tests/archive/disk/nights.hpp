// Invented nights for a store: what each holds follows from its number, so that what is found later can be told right or wrong.
#pragma once

#include <algorithm>
#include <optional>
#include <string>

#include "support/random_sets.hpp"
#include "support/store_contract.hpp"
#include "wireprint/archive/disk_store.hpp"

namespace wireprint::test {

inline constexpr DocId kDocsANight = 9;

inline StoreIdentity invented_identity() {
  StoreIdentity identity;
  identity.recipe.text = "wireprint-text-1";  // as in fixtures/archive-v3, whatever is the newest
  identity.recipe.unicode = "15.0";
  identity.rules = "rules 1";
  return identity;
}

inline std::string key_of(DocId doc) { return "night-" + std::to_string(doc / kDocsANight) + "-" + std::to_string(doc % kDocsANight); }

inline NewDoc doc_of_night(DocId doc) {
  Random random(doc);
  auto samples = random_hashes(40, random);
  for (auto& sample : samples) sample /= 8;
  samples.push_back(doc / kDocsANight);  // that all of a night share
  std::sort(samples.begin(), samples.end());
  auto made = invented_doc(key_of(doc), static_cast<Day>(doc / kDocsANight), std::move(samples), random_hashes(16, random), random());
  for (int i = 0; i < 60; ++i) made.article.body += " word" + std::to_string(random.below(4000));
  return made;
}

/// The batch of a night, for a store that has all nights before it.
inline Changes night(std::uint64_t number) {
  Changes changes;
  for (DocId i = 0; i < kDocsANight; ++i) {
    const DocId doc = static_cast<DocId>(number) * kDocsANight + i;
    changes.added.push_back(doc_of_night(doc));
    changes.standings[doc] = {.current = true, .identical = doc, .leader = doc};
    changes.keys[key_of(doc)] = KeyRecord{{doc}, doc};
  }
  changes.crossings[number % 50] = static_cast<Day>(number);
  Event event;
  event.seq = number + 1;
  event.key = Key{key_of(static_cast<DocId>(number) * kDocsANight), false};
  changes.events.push_back(std::move(event));
  return changes;
}

/// What a view has that the nights before its epoch do not account for; empty when all is there and nothing else.
inline std::string wrong_with(const StoreView& view, bool text = true) {
  const std::uint64_t nights = view.epoch();
  if (view.docs() != nights * kDocsANight) return "versions: " + std::to_string(view.docs()) + " of " + std::to_string(nights) + " nights";
  if (view.events() != nights || view.events_after(0, nights + 9).size() != nights) return "events";
  for (DocId doc = 0; doc < view.docs(); ++doc) {
    const auto made = doc_of_night(doc);
    const auto record = view.record(doc);
    if (!record || record->key.text != key_of(doc)) return "record " + std::to_string(doc);
    if (!view.standing(doc) || view.standing(doc)->leader != doc) return "standing " + std::to_string(doc);
    if (!view.key(key_of(doc)) || view.key(key_of(doc))->newest != doc) return "key " + std::to_string(doc);
    const auto article = view.article(doc);
    if (text && (!article || article->body != made.article.body)) return "text " + std::to_string(doc);
    const auto list = view.postings(PostingKind::Sample, made.print.samples.back(), {});
    if (std::ranges::count(list, Posting{doc, made.record.day()}) != 1 || list.size() > 2) return "postings " + std::to_string(doc);
  }
  for (std::uint64_t number = 0; number < nights; ++number) {
    const auto list = view.postings(PostingKind::Sample, number, {});  // with one or another that has the same shortened hash
    const auto own = std::ranges::count_if(list, [&](const Posting& posting) { return posting.doc / kDocsANight == number; });
    if (own != kDocsANight || list.size() > kDocsANight + 2) return "list of night " + std::to_string(number);
  }
  for (std::uint64_t shingle = 0; shingle < std::min<std::uint64_t>(50, nights); ++shingle) {
    if (view.crossing(shingle) != static_cast<Day>(shingle + (nights - 1 - shingle) / 50 * 50)) return "crossing " + std::to_string(shingle);
  }
  if (view.key(key_of(view.docs())) || view.record(view.docs())) return "something of a night that was not acknowledged";
  return view.fault() ? view.fault()->message : "";
}

}  // namespace wireprint::test
