#include "engine/night/take_in.hpp"

#include <algorithm>

#include "wireprint/index/band_index.hpp"

namespace wireprint {
namespace {

// All fields of an article, so that no two ways of cutting them give the same bytes.
class Content {
 public:
  void text(std::string_view field) {
    number(static_cast<std::int64_t>(field.size()));
    bytes_ += field;
  }
  void number(std::int64_t value) { bytes_ += std::to_string(value) + ' '; }
  void time(const Timestamp& time) {
    number(time.seconds);
    number(static_cast<std::int64_t>(time.precision));
    number(time.offset_minutes.value_or(-100'000));
  }
  [[nodiscard]] std::uint64_t hash() const { return hash_bytes(bytes_); }

 private:
  std::string bytes_;
};

std::uint64_t content_of(const Article& article) {
  Content content;
  for (const std::string* field : {&article.key.text, &article.outlet, &article.headline, &article.body, &article.url, &article.language, &article.byline,
                                   &article.author, &article.copyright, &article.published_as_read}) {
    content.text(*field);
  }
  content.time(article.published);
  content.time(article.updated);
  return content.hash();
}

DocRecord record_of(const ReadArticle& read) {
  const Article& article = read.judged.article;
  DocRecord record;
  record.key = article.key;
  record.published = article.published;
  record.updated = article.updated;
  record.outlet = article.outlet;
  record.agency = read.judged.agency;
  record.agency_own = read.agency_own;
  record.words = read.judged.words;
  record.story_words = read.judged.story_words;
  record.furniture = read.furniture;
  record.status = read.judged.status;
  record.exact = read.print.exact;
  record.content = content_of(article);
  return record;
}

NewDoc to_new_doc(ReadArticle read, const Banding& banding) {
  DocRecord record = record_of(read);
  auto bands = band_hashes(read.print.minhash, banding);
  return {std::move(record), std::move(read.judged.article), std::move(read.print), std::move(bands)};
}

// The versions under one key, and the dates of one outlet, as they are when something is added or goes.
class Desk {
 public:
  explicit Desk(Night& night) : night_(night) {}

  Taken add(NewDoc added) {
    const std::string key = added.record.key.text;
    auto known = night_.overlay.key(key);
    for (const DocId doc : known ? known->versions : std::vector<DocId>{}) {
      if (night_.documents.record(doc).content == added.record.content) return {EventKind::Unchanged, doc};
    }
    added.record.version = known ? night_.documents.record(known->versions.back()).version + 1 : 1;
    const DocId doc = night_.overlay.add(std::move(added));
    if (!known) known = KeyRecord{{}, doc};
    known->versions.push_back(doc);
    const DocId old = known->newest;
    if (dates(doc) >= dates(old)) known->newest = doc;
    replace(old == doc ? kNoDoc : old, known->newest);
    const EventKind kind = known->versions.size() == 1 ? EventKind::New : EventKind::Version;
    night_.overlay.put_key(key, std::move(known));
    touched_.insert(doc);
    return {kind, doc};
  }

  void remove(const std::string& key, std::vector<DocId>& newest) {
    const auto known = night_.overlay.key(key);
    if (!known) return;
    newest.push_back(known->newest);
    replace(known->newest, kNoDoc);
    for (const DocId doc : known->versions) {
      night_.overlay.remove(doc);
      touched_.insert(doc);
    }
    night_.overlay.put_key(key, std::nullopt);
  }

  /// Says who is current now, and settles what outlets tell.
  void finish() {
    for (const DocId doc : touched_) {
      const bool was = night_.before.standing(doc).current;
      const bool is = now_current(doc);
      Standing row = night_.after.standing(doc);
      row.current = is;
      night_.overlay.put_standing(doc, row);
      if (was != is) night_.entered.insert(doc);
    }
    for (const std::string& outlet : outlets_) settle_precision(outlet);
  }

 private:
  [[nodiscard]] VersionDates dates(DocId doc) { return version_dates(night_.documents.record(doc).updated, night_.documents.record(doc).published); }

  [[nodiscard]] bool now_current(DocId doc) {
    const auto known = night_.overlay.key(night_.documents.record(doc).key.text);
    return known && known->newest == doc && is_judged(night_.documents.record(doc).status);
  }

  // `now` takes the place of `old` as the newest under its key; either may be none.
  void replace(DocId old, DocId now) {
    if (old == now) return;
    if (old != kNoDoc) {
      touched_.insert(old);
      change_dates(old, false);
    }
    if (now != kNoDoc) change_dates(now, true);
  }

  void change_dates(DocId doc, bool is_newest) {
    const DocRecord& record = night_.documents.record(doc);
    if (record.outlet.empty() || !record.published.known()) return;
    OutletRecord row = night_.overlay.outlet(record.outlet).value_or(OutletRecord{});
    if (row.day_only) {
      if (is_newest && *row.day_only) make_day(doc);
      return;
    }
    std::erase(row.dated, doc);
    if (is_newest) row.dated.push_back(doc);
    night_.overlay.put_outlet(record.outlet, std::move(row));
    outlets_.insert(record.outlet);
  }

  void settle_precision(const std::string& outlet) {
    OutletRecord row = night_.overlay.outlet(outlet).value_or(OutletRecord{});
    if (row.day_only || row.dated.size() < kDatesThatTell) return;
    row.day_only = std::ranges::all_of(row.dated, [&](DocId doc) { return is_midnight(night_.documents.record(doc).published); });
    if (*row.day_only) {
      for (const DocId doc : row.dated) make_day(doc);
    }
    row.dated.clear();
    night_.overlay.put_outlet(outlet, std::move(row));
  }

  void make_day(DocId doc) {
    DocRecord record = night_.documents.record(doc);
    if (record.published.precision == Precision::WholeDay) return;
    record.published.precision = Precision::WholeDay;
    night_.overlay.put_record(doc, std::move(record));
    night_.documents.forget(doc);
    night_.redated.insert(doc);
  }

  Night& night_;
  std::set<DocId> touched_;
  std::set<std::string> outlets_;
};

}  // namespace

std::vector<Taken> add_articles(Night& night, std::vector<ReadArticle> articles) {
  std::vector<NewDoc> docs(articles.size());
  night.executor.for_each(articles.size(), [&](std::size_t i) { docs[i] = to_new_doc(std::move(articles[i]), night.rules.banding); });
  Desk desk(night);
  std::vector<Taken> taken;
  for (NewDoc& doc : docs) taken.push_back(desk.add(std::move(doc)));
  desk.finish();
  return taken;
}

void remove_texts(Night& night, std::span<const std::string> keys) {
  for (const std::string& key : keys) {
    const auto known = night.overlay.key(key);
    if (!known) continue;
    for (const DocId doc : known->versions) night.overlay.remove_text(doc, night.documents.print(doc));
  }
}

std::vector<DocId> remove_articles(Night& night, std::span<const std::string> keys) {
  Desk desk(night);
  std::vector<DocId> newest;
  for (const std::string& key : keys) desk.remove(key, newest);
  desk.finish();
  return newest;
}

}  // namespace wireprint
