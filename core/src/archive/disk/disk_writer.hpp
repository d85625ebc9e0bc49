// The one process that writes an archive.
#pragma once

#include <atomic>
#include <mutex>
#include <thread>

#include "archive/disk/disk_view.hpp"
#include "archive/disk/identity_file.hpp"
#include "archive/disk/lock_file.hpp"
#include "archive/disk/run_files.hpp"

namespace wireprint {

class DiskWriter : public DiskStore {
 public:
  /// As DiskStore::write(); through `files`, where they are given.
  [[nodiscard]] static Result<std::unique_ptr<DiskWriter>> open(const std::string& path, const StoreIdentity& identity, const DiskOptions& options,
                                                                const FileSystem& files);
  ~DiskWriter() override;

  [[nodiscard]] const StoreIdentity& identity() const override { return identity_; }
  [[nodiscard]] std::shared_ptr<const StoreView> view() const override { return newest(); }
  [[nodiscard]] Result<void> commit(Changes changes) override;
  [[nodiscard]] Result<StoreFigures> figures() const override;
  [[nodiscard]] Result<void> compact() override;
  [[nodiscard]] Result<void> verify() const override;
  [[nodiscard]] Result<std::uint64_t> traces_of(std::string_view key) const override;

  /// A copy of the newest epoch in a directory that is not there yet, or empty. Errors: Io.
  [[nodiscard]] Result<void> snapshot(const std::string& to);

 private:
  DiskWriter(std::string path, StoreIdentity identity, const DiskOptions& options, FileSystem files, std::unique_ptr<LockFile> lock);
  [[nodiscard]] std::optional<Error> open_or_make(const DiskOptions& options);
  [[nodiscard]] std::optional<Error> make(const DiskOptions& options);
  [[nodiscard]] std::optional<Error> make_newest();
  [[nodiscard]] std::optional<Error> load(std::uint64_t told);
  [[nodiscard]] std::optional<Error> clear_left_behind(const Epoch& epoch);
  [[nodiscard]] std::optional<Error> write_batch(const Changes& changes);
  [[nodiscard]] std::optional<Error> purge();
  [[nodiscard]] std::optional<Error> flush();
  [[nodiscard]] std::optional<Error> rewrite(Family family, const std::string* from, const std::string* to);
  [[nodiscard]] std::shared_ptr<const DiskView> newest() const;
  [[nodiscard]] std::optional<Error> link_newest(const std::string& to);
  void publish(Epoch epoch);
  void watch();

  std::string path_;
  StoreIdentity identity_;
  FileSystem files_;
  std::unique_ptr<LockFile> lock_;
  RunFiles run_files_;
  std::unique_ptr<Acknowledged> acknowledged_;
  std::shared_ptr<const Database> database_;
  std::mutex commit_mutex_;
  std::optional<Error> broken_;  // after a write that failed
  std::vector<DocId> gone_;      // removed, but perhaps still in the files
  mutable std::mutex view_mutex_;
  std::shared_ptr<const DiskView> newest_;
  std::atomic<bool> stop_{false};
  std::thread watcher_;  // answers who asks for a snapshot
};

}  // namespace wireprint
