// A store's epoch with the writes of one batch over it: what the store will hold once they are committed.
//
// Any number of threads may read while none writes.
#pragma once

#include <array>
#include <memory>
#include <set>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "engine/night/added_postings.hpp"
#include "wireprint/archive/article_store.hpp"

namespace wireprint {

class Overlay : public StoreView {
 public:
  explicit Overlay(std::shared_ptr<const StoreView> base) : base_(std::move(base)) {}

  [[nodiscard]] const StoreView& base() const { return *base_; }

  [[nodiscard]] std::optional<Error> fault() const override { return base_->fault(); }
  [[nodiscard]] std::uint64_t epoch() const override { return base_->epoch(); }
  [[nodiscard]] DocId docs() const override { return base_->docs() + static_cast<DocId>(changes_.added.size()); }
  [[nodiscard]] ClusterNumber clusters() const override;
  [[nodiscard]] std::uint64_t events() const override { return base_->events() + changes_.events.size(); }

  /// From now on reads each list of samples below once, and is of one thread: for a question, which asks for the same ones twice.
  void remember_samples() { remembers_samples_ = true; }

  /// Of a version that the batch removes they still give what it was.
  [[nodiscard]] std::optional<DocRecord> record(DocId doc) const override;
  [[nodiscard]] std::optional<Fingerprint> fingerprint(DocId doc) const override;
  [[nodiscard]] std::optional<Article> article(DocId doc) const override;

  [[nodiscard]] std::optional<Standing> standing(DocId doc) const override;
  [[nodiscard]] Marks marks(DocId doc) const override;
  [[nodiscard]] std::optional<KeyRecord> key(std::string_view key) const override;
  [[nodiscard]] std::optional<OutletRecord> outlet(std::string_view outlet) const override;
  [[nodiscard]] std::vector<Posting> postings(PostingKind kind, std::uint64_t hash, DayRange days) const override;
  [[nodiscard]] std::vector<Representative> representatives(Day day, std::size_t limit) const override;
  [[nodiscard]] Day crossing(std::uint64_t shingle) const override;
  [[nodiscard]] std::vector<CopyRecord> copies(DocId doc) const override;
  [[nodiscard]] std::optional<ClusterRecord> cluster(ClusterNumber number) const override;
  [[nodiscard]] ClusterNumber cluster_number(std::string_view id) const override;
  [[nodiscard]] std::vector<Event> events_after(std::uint64_t seq, std::size_t limit) const override;

  /// Crossing days that were written.
  [[nodiscard]] const HashTable<Day>& crossings() const { return crossings_; }

  DocId add(NewDoc doc);
  void remove(DocId doc);
  void remove_text(DocId doc, Fingerprint print) { changes_.text_removed.emplace_back(doc, std::move(print)); }
  void put_record(DocId doc, DocRecord record);
  void put_standing(DocId doc, const Standing& standing);
  void put_key(const std::string& key, Put<KeyRecord> row) { changes_.keys[key] = std::move(row); }
  void put_outlet(const std::string& outlet, OutletRecord row) { changes_.outlets[outlet] = std::move(row); }
  void put_representative(Day day, std::uint64_t hash, DocId doc, bool stands);
  void put_crossing(std::uint64_t shingle, Day day) { changes_.crossings[shingle] = crossings_[shingle] = day; }
  void put_copy(const CopyRecord& copy) { set_copy(copy.a, copy.b, copy); }
  void remove_copy(DocId a, DocId b) { set_copy(a, b, std::nullopt); }
  void put_cluster(ClusterNumber number, ClusterRecord row) { changes_.clusters[number] = std::move(row); }
  void put_cluster_id(const std::string& id, ClusterNumber number) { changes_.cluster_ids[id] = number; }
  void add_event(Event event) { changes_.events.push_back(std::move(event)); }

  [[nodiscard]] const std::vector<DocId>& removed() const { return changes_.removed; }

  [[nodiscard]] bool is_changed() const;

  /// All that was written. The overlay is spent, and holds its base no more.
  [[nodiscard]] Changes take() &&;

 private:
  [[nodiscard]] const NewDoc* added(DocId doc) const { return doc < base_->docs() ? nullptr : &changes_.added.at(doc - base_->docs()); }
  void set_copy(DocId a, DocId b, Put<CopyRecord> copy);
  [[nodiscard]] std::vector<Posting> listed_below(PostingKind kind, std::uint64_t hash, DayRange days) const;

  std::shared_ptr<const StoreView> base_;
  Changes changes_;
  std::array<AddedPostings, 3> postings_;  // by kind
  HashTable<Day> crossings_;
  bool remembers_samples_ = false;
  mutable std::unordered_map<std::uint64_t, std::vector<Posting>> samples_read_;
  std::unordered_map<DocId, std::set<std::pair<DocId, DocId>>> copies_of_;            // pairs that were written, by either side
  std::unordered_set<DocId> removed_;
  std::vector<Marks> marks_;                      // of what was added
  std::unordered_map<DocId, Marks> marks_before_; // of what was there before, and stands otherwise now
};

}  // namespace wireprint
