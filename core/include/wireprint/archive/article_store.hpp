// What the engine asks of a place that keeps articles, be it memory or a directory.
//
// Every look-up costs what it finds, never what the store holds: an archive has up to a hundred million articles.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "wireprint/archive/changes.hpp"
#include "wireprint/base/result.hpp"
#include "wireprint/sketch/recipe.hpp"

namespace wireprint {

/// What a list of postings is of.
enum class PostingKind : std::uint8_t { Text, Band, Sample };

struct Posting {
  DocId doc = kNoDoc;
  Day day = kUndated;

  friend auto operator<=>(const Posting&, const Posting&) = default;
};

/// A text of a day: the hash of its key, by which they are ordered, and the version that stands for it.
struct Representative {
  std::uint64_t hash = 0;
  DocId doc = kNoDoc;

  friend auto operator<=>(const Representative&, const Representative&) = default;
};

/// Days from `first` to `last`, both included; kUndated is a day of its own, behind all others.
struct DayRange {
  Day first = std::numeric_limits<Day>::min();
  Day last = kUndated;

  [[nodiscard]] bool contains(Day day) const { return first <= day && day <= last; }
};

/// One epoch of a store: all of the batches up to one, and nothing of a later one. Any number of threads may ask.
/// A look-up that fails (damage, a disk that does not answer) gives nothing, and fault() says so from then on: who asked
/// then throws away what it made of the answers.
class StoreView {
 public:
  StoreView() = default;
  StoreView(const StoreView&) = delete;
  StoreView& operator=(const StoreView&) = delete;
  virtual ~StoreView() = default;

  [[nodiscard]] virtual std::optional<Error> fault() const = 0;
  [[nodiscard]] virtual std::uint64_t epoch() const = 0;    ///< batches committed
  [[nodiscard]] virtual DocId docs() const = 0;             ///< numbers that were given to versions
  [[nodiscard]] virtual ClusterNumber clusters() const = 0; ///< the last number that was given to a cluster
  [[nodiscard]] virtual std::uint64_t events() const = 0;   ///< the last seq

  /// Of a version; nothing once it is removed. `article` is nothing too where the text was removed or is not kept.
  [[nodiscard]] virtual std::optional<DocRecord> record(DocId doc) const = 0;
  [[nodiscard]] virtual std::optional<Standing> standing(DocId doc) const = 0;
  [[nodiscard]] virtual Marks marks(DocId doc) const = 0;  ///< of its standing; all false once it is removed. Never a look-up on a disk

  /// Kept only of a version without its text: of others it is made again from that.
  [[nodiscard]] virtual std::optional<Fingerprint> fingerprint(DocId doc) const = 0;
  [[nodiscard]] virtual std::optional<Article> article(DocId doc) const = 0;
  [[nodiscard]] virtual std::optional<KeyRecord> key(std::string_view key) const = 0;
  [[nodiscard]] virtual std::optional<OutletRecord> outlet(std::string_view outlet) const = 0;

  /// Every version in the list of `hash` whose day lies in `days`, by number: superseded ones too, removed ones not. A store may
  /// keep hashes shortened; then a few versions of other hashes stand among them.
  [[nodiscard]] virtual std::vector<Posting> postings(PostingKind kind, std::uint64_t hash, DayRange days) const = 0;

  /// The first `limit` of a day's list, by hash of their keys, then number.
  [[nodiscard]] virtual std::vector<Representative> representatives(Day day, std::size_t limit) const = 0;

  /// kNever for a shingle that does not cross. Asked for every sampled shingle of every text that is compared.
  [[nodiscard]] virtual Day crossing(std::uint64_t shingle) const = 0;

  /// The copies that `doc` is one side of, by a, then b.
  [[nodiscard]] virtual std::vector<CopyRecord> copies(DocId doc) const = 0;

  [[nodiscard]] virtual std::optional<ClusterRecord> cluster(ClusterNumber number) const = 0;
  [[nodiscard]] virtual ClusterNumber cluster_number(std::string_view id) const = 0;  ///< of an id or an alias; 0 for none

  /// Up to `limit` events after `seq`.
  [[nodiscard]] virtual std::vector<Event> events_after(std::uint64_t seq, std::size_t limit) const = 0;
};

/// How the articles of a store were made and judged; it never changes.
struct StoreIdentity {
  Recipe recipe;
  std::string rules;      ///< version of what judges
  bool keeps_text = true;
};

/// view() may be called by any thread at any time; commit() by one at a time.
class ArticleStore {
 public:
  ArticleStore() = default;
  ArticleStore(const ArticleStore&) = delete;
  ArticleStore& operator=(const ArticleStore&) = delete;
  virtual ~ArticleStore() = default;

  [[nodiscard]] virtual const StoreIdentity& identity() const = 0;

  /// The newest epoch that is to be seen. It may be kept for as long as wanted, and outlives no store.
  [[nodiscard]] virtual std::shared_ptr<const StoreView> view() const = 0;

  /// Writes a batch that was made from the newest view, durably, and makes it visible. Errors: Io for what could not be
  /// written; nothing is changed then.
  [[nodiscard]] virtual Result<void> commit(Changes changes) = 0;
};

}  // namespace wireprint
