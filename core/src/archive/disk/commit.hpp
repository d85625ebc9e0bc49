// What a batch writes: rows that nobody sees yet, a run of its postings, and then all else in one durable write.
#pragma once

#include "archive/disk/disk_view.hpp"
#include "archive/disk/run_files.hpp"

namespace wireprint {

/// One batch on its way to disk. Used once.
class Commit {
 public:
  /// `before` is the newest epoch, from which `changes` were made.
  Commit(const Database& database, const RunFiles& files, const Epoch& before, const Changes& changes, bool keeps_text);

  /// Errors: Io, Damaged (a run that has to be merged). Then nothing of the batch is to be seen.
  [[nodiscard]] std::optional<Error> write();

  /// After write(): the epoch that the batch made.
  [[nodiscard]] Epoch take_epoch() { return std::move(after_); }

 private:
  [[nodiscard]] std::optional<Error> stage_new();
  [[nodiscard]] std::optional<Error> make_runs();
  [[nodiscard]] std::optional<Error> rewrite_without_removed();
  [[nodiscard]] std::optional<Error> add_run();
  [[nodiscard]] std::string run_of_added() const;
  void put_documents();
  void put_names();
  void put_marks();
  void put_spread();
  void put_clusters();
  void put_head();
  void put(Family family, const std::string& key, const std::string& value);
  void erase(Family family, const std::string& key);
  void give_up();

  const Database& database_;
  const RunFiles& files_;
  const Head before_;
  const Changes& changes_;
  const bool keeps_text_;
  Epoch after_;
  std::vector<LiveRun> runs_;         // of the epoch that is made
  std::vector<std::uint64_t> made_;   // numbers of new runs
  rocksdb::WriteBatch batch_;
};

}  // namespace wireprint
