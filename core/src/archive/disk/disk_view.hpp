// One epoch of an archive on disk.
#pragma once

#include <mutex>

#include "archive/disk/crossing_table.hpp"
#include "archive/disk/database.hpp"
#include "archive/disk/mark_table.hpp"
#include "archive/disk/rows.hpp"
#include "archive/disk/run_set.hpp"

namespace wireprint {

/// All that an epoch is besides the rows.
struct Epoch {
  Head head;
  std::shared_ptr<const RunSet> runs;
  CrossingTable crossings;
  MarkTable marks;
};

class DiskView : public StoreView {
 public:
  /// `snapshot` is released with the view; none where the database itself stands still while the view is held.
  DiskView(std::shared_ptr<const Database> database, const rocksdb::Snapshot* snapshot, Epoch epoch)
      : database_(std::move(database)), snapshot_(snapshot), epoch_(std::move(epoch)) {}
  ~DiskView() override;

  [[nodiscard]] std::optional<Error> fault() const override;
  [[nodiscard]] std::uint64_t epoch() const override { return epoch_.head.epoch; }
  [[nodiscard]] DocId docs() const override { return epoch_.head.docs; }
  [[nodiscard]] ClusterNumber clusters() const override { return epoch_.head.clusters; }
  [[nodiscard]] std::uint64_t events() const override { return epoch_.head.events; }

  [[nodiscard]] std::optional<DocRecord> record(DocId doc) const override;
  [[nodiscard]] std::optional<Standing> standing(DocId doc) const override;
  [[nodiscard]] Marks marks(DocId doc) const override { return epoch_.marks.of(doc); }
  [[nodiscard]] std::optional<Fingerprint> fingerprint(DocId doc) const override;
  [[nodiscard]] std::optional<Article> article(DocId doc) const override;
  [[nodiscard]] std::optional<KeyRecord> key(std::string_view key) const override;
  [[nodiscard]] std::optional<OutletRecord> outlet(std::string_view outlet) const override;
  [[nodiscard]] std::vector<Posting> postings(PostingKind kind, std::uint64_t hash, DayRange days) const override;
  [[nodiscard]] std::vector<Representative> representatives(Day day, std::size_t limit) const override;
  [[nodiscard]] Day crossing(std::uint64_t shingle) const override { return epoch_.crossings.of(shingle); }
  [[nodiscard]] std::vector<CopyRecord> copies(DocId doc) const override;
  [[nodiscard]] std::optional<ClusterRecord> cluster(ClusterNumber number) const override;
  [[nodiscard]] ClusterNumber cluster_number(std::string_view id) const override;
  [[nodiscard]] std::vector<Event> events_after(std::uint64_t seq, std::size_t limit) const override;

  [[nodiscard]] const Epoch& all() const { return epoch_; }
  [[nodiscard]] const Database& database() const { return *database_; }

  /// How many rows are those of an article with this key, its own and those of its versions. Reads every record and every text.
  [[nodiscard]] std::uint64_t rows_of(std::string_view key) const;

  /// Reads every row of the epoch. Errors: Damaged, Io.
  [[nodiscard]] std::optional<Error> verify_rows() const;

 private:
  template <class Decode>
  [[nodiscard]] auto read(Family family, const std::string& key, const Decode& decode) const -> decltype(decode(std::string_view()));
  template <class Each>
  void scan(Family family, const std::string& prefix, const std::string& from, const Each& each) const;
  void spoil(Error error) const;
  [[nodiscard]] std::optional<Error> verify_family(Family family) const;

  std::shared_ptr<const Database> database_;
  const rocksdb::Snapshot* snapshot_;
  Epoch epoch_;
  mutable std::mutex mutex_;
  mutable std::optional<Error> fault_;  // the first
};

/// Keys of rows.
[[nodiscard]] std::string doc_key(DocId doc);                    ///< in Records, Texts and Prints
[[nodiscard]] std::string standing_key(DocId doc);               ///< these in State
[[nodiscard]] std::string copy_key(DocId doc, DocId other);
[[nodiscard]] std::string cluster_key(ClusterNumber number);
[[nodiscard]] std::string representative_key(Day day, std::uint64_t hash, DocId doc);
[[nodiscard]] std::string marks_key(std::uint32_t row);
[[nodiscard]] std::string crossing_key(std::uint64_t epoch, std::uint64_t shingle);
[[nodiscard]] std::string number_key(std::uint64_t number);      ///< in Events and Runs

}  // namespace wireprint
