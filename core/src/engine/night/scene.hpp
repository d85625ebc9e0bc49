// The articles of a store as the rules of judging see them, before a batch or after it.
//
// A scene is read by any number of threads while nothing is written to the overlay. Every rule here is that of a run over the whole set: see judging.hpp, leaders.hpp, passage_index.hpp.
#pragma once

#include <memory>
#include <mutex>
#include <shared_mutex>
#include <unordered_map>
#include <vector>

#include "engine/night/overlay.hpp"
#include "engine/pair_rules.hpp"
#include "wireprint/cluster/original.hpp"
#include "wireprint/index/passage_index.hpp"

namespace wireprint {

/// How an archive judges.
struct NightRules {
  Recipe recipe;
  CopyRule copy;
  PassageRule passage;
  Banding banding;
  bool by_text = true;  ///< pairs are judged on their texts; else on their fingerprints
};

/// Of a version with its text or without; nothing of one that is removed.
[[nodiscard]] std::optional<Fingerprint> print_of(const StoreView& view, DocId doc, const Recipe& recipe);

/// What of an article does not change within a batch, read once. Any number of threads, but for forget().
class Documents {
 public:
  Documents(const Overlay& overlay, const NightRules& rules) : overlay_(overlay), rules_(rules) {}

  [[nodiscard]] const DocRecord& record(DocId doc);
  [[nodiscard]] const Fingerprint& print(DocId doc);
  [[nodiscard]] const std::vector<std::uint64_t>& bands(DocId doc);
  [[nodiscard]] Day day(DocId doc) { return record(doc).day(); }
  [[nodiscard]] std::optional<Day> date(DocId doc);  ///< none for an undated one
  [[nodiscard]] ArticleFacts facts(DocId doc);
  [[nodiscard]] PairFacts facts_of(DocId a, DocId b);
  [[nodiscard]] bool earlier(DocId a, DocId b);
  void sort_by_time(std::vector<DocId>& docs);  ///< and leaves each once

  [[nodiscard]] const Overlay& overlay() const { return overlay_; }
  void forget(DocId doc) { records_.erase(doc); }  ///< its record was written

 private:
  template <class Row, class Make>
  const Row& once(std::unordered_map<DocId, Row>& rows, DocId doc, const Make& make);

  const Overlay& overlay_;
  const NightRules& rules_;
  std::shared_mutex mutex_;  // rows stay where they are once they are made
  std::unordered_map<DocId, DocRecord> records_;
  std::unordered_map<DocId, Fingerprint> prints_;
  std::unordered_map<DocId, std::vector<std::uint64_t>> bands_;
};

class Scene {
 public:
  /// `view` is the overlay of `documents`, or its base.
  Scene(const StoreView& view, Documents& documents, const NightRules& rules) : view_(view), documents_(documents), rules_(rules) {}

  [[nodiscard]] const StoreView& view() const { return view_; }
  [[nodiscard]] Standing standing(DocId doc) const;

  [[nodiscard]] Marks marks(DocId doc) const;
  [[nodiscard]] bool takes_part(DocId doc) const { return marks(doc).takes_part; }
  [[nodiscard]] bool is_sketched(DocId doc) const { return marks(doc).first; }
  [[nodiscard]] bool leads(DocId doc) const { return marks(doc).leads; }

  /// The earliest current and dated one of a text; the earliest that takes part. kNoDoc for none.
  [[nodiscard]] DocId representative(const Hash128& exact) const;
  [[nodiscard]] DocId first_of(const Hash128& exact) const;
  [[nodiscard]] std::vector<DocId> all_of(const Hash128& exact) const;  ///< that take part, in the order of time

  /// Texts of a bucket that `doc` meets, and those that meet it where it stands in the bucket.
  [[nodiscard]] std::vector<DocId> mates_before(DocId doc, std::uint64_t band) const { return mates(doc, band, false); }
  [[nodiscard]] std::vector<DocId> mates_after(DocId doc, std::uint64_t band) const { return mates(doc, band, true); }

  /// The leaders that a text is asked about, in the order of time.
  [[nodiscard]] std::vector<DocId> leaders_met(DocId doc) const;

  /// The leaders before `doc` in the order of time that share enough story with it, by number.
  [[nodiscard]] std::vector<DocId> passages_before(DocId doc) const;

  /// Of a shingle, for a pair whose later day that is.
  [[nodiscard]] bool is_story(std::uint64_t shingle, Day day) const;

  /// Of a shingle's list, the leaders before `doc` for which it is story beside that one; of a crowd, those that it is compared with.
  [[nodiscard]] std::vector<DocId> visible_among(const std::vector<Posting>& list, DocId doc, std::uint64_t shingle) const;

  /// Those that share enough with `doc`, of `met`, which has each once for every shingle that it shares. In the order of their numbers.
  [[nodiscard]] std::vector<DocId> with_enough(std::vector<DocId> met, DocId doc) const;

  /// Leaders that hold a shingle, in no order.
  [[nodiscard]] std::vector<DocId> leaders_with(std::uint64_t shingle, DayRange days = {}) const;

 private:
  [[nodiscard]] std::vector<DocId> mates(DocId doc, std::uint64_t band, bool after) const;
  template <class Takes>
  [[nodiscard]] DocId earliest(const Hash128& exact, DayRange days, const Takes& takes) const;

  const StoreView& view_;
  Documents& documents_;
  const NightRules& rules_;
  mutable std::mutex mutex_;
  mutable std::unordered_map<DocId, Standing> standings_;  // of what was there before the batch
};

}  // namespace wireprint
