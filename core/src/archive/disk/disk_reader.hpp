// A process that reads an archive, beside the one that writes it.
#pragma once

#include <condition_variable>
#include <mutex>
#include <thread>

#include "archive/disk/disk_view.hpp"
#include "archive/disk/run_files.hpp"

namespace wireprint {

/// Catching up changes a follower under whoever reads it. So there are several: one that answers, and another that catches up
/// meanwhile and takes its place.
class DiskReader : public DiskStore {
 public:
  [[nodiscard]] static Result<std::unique_ptr<DiskReader>> open(const std::string& path, const DiskOptions& options, const FileSystem& files);
  ~DiskReader() override;

  [[nodiscard]] const StoreIdentity& identity() const override { return identity_; }
  [[nodiscard]] std::shared_ptr<const StoreView> view() const override { return newest(); }
  [[nodiscard]] Result<void> commit(Changes changes) override;
  [[nodiscard]] Result<StoreFigures> figures() const override { return figures_of_newest(); }
  [[nodiscard]] Result<void> compact() override;
  [[nodiscard]] Result<void> verify() const override;
  [[nodiscard]] Result<std::uint64_t> traces_of(std::string_view key) const override;

 private:
  DiskReader(std::string path, StoreIdentity identity, const DiskOptions& options, FileSystem files);
  [[nodiscard]] Result<std::shared_ptr<const Database>> idle_follower();
  [[nodiscard]] std::optional<Error> catch_up();
  [[nodiscard]] std::optional<Error> catch_up_until_whole();
  void follow();
  [[nodiscard]] std::shared_ptr<const DiskView> newest() const;
  [[nodiscard]] Result<StoreFigures> figures_of_newest() const;

  std::string path_;
  StoreIdentity identity_;
  DiskOptions options_;
  FileSystem files_;
  RunFiles run_files_;
  std::shared_ptr<rocksdb::Cache> cache_;
  std::vector<std::shared_ptr<const Database>> followers_;
  mutable std::mutex mutex_;
  std::condition_variable wake_;
  bool stop_ = false;
  std::shared_ptr<const DiskView> newest_;
  std::thread thread_;
};

}  // namespace wireprint
