// A disk that fails on cue, and that forgets what was never synced when its power goes.
#pragma once

#include <rocksdb/file_system.h>

#include <atomic>
#include <filesystem>
#include <map>
#include <memory>
#include <mutex>
#include <string>

namespace wireprint::test {

class FaultyFileSystem : public rocksdb::FileSystemWrapper {
 public:
  FaultyFileSystem() : FileSystemWrapper(rocksdb::FileSystem::Default()) {}
  [[nodiscard]] const char* Name() const override { return "FaultyFileSystem"; }

  /// After `writes` more writes and syncs each fails, as on a full disk.
  void fail_after(std::int64_t writes) { left_ = writes; }
  void heal() { left_ = kMany; }
  [[nodiscard]] std::int64_t writes() const { return writes_; }

  /// When nobody has the files open: takes back all that was written and not synced.
  void lose_power() {
    const std::lock_guard lock(mutex_);
    for (const auto& [path, state] : states_) {
      std::error_code ignored;
      if (!state.named) std::filesystem::remove(path, ignored);
      if (state.named && std::filesystem::exists(path, ignored)) std::filesystem::resize_file(path, state.synced, ignored);
    }
    states_.clear();
  }

  rocksdb::IOStatus NewWritableFile(const std::string& path, const rocksdb::FileOptions& options, std::unique_ptr<rocksdb::FSWritableFile>* result,
                                    rocksdb::IODebugContext* context) override;
  rocksdb::IOStatus ReopenWritableFile(const std::string& path, const rocksdb::FileOptions&, std::unique_ptr<rocksdb::FSWritableFile>*,
                                       rocksdb::IODebugContext*) override {
    return rocksdb::IOStatus::NotSupported("not used", path);
  }
  rocksdb::IOStatus ReuseWritableFile(const std::string& path, const std::string&, const rocksdb::FileOptions&, std::unique_ptr<rocksdb::FSWritableFile>*,
                                      rocksdb::IODebugContext*) override {
    return rocksdb::IOStatus::NotSupported("not used", path);
  }
  rocksdb::IOStatus RenameFile(const std::string& from, const std::string& to, const rocksdb::IOOptions& options, rocksdb::IODebugContext* context) override;
  rocksdb::IOStatus DeleteFile(const std::string& path, const rocksdb::IOOptions& options, rocksdb::IODebugContext* context) override;
  rocksdb::IOStatus NewDirectory(const std::string& path, const rocksdb::IOOptions& options, std::unique_ptr<rocksdb::FSDirectory>* result,
                                 rocksdb::IODebugContext* context) override;

  /// Counts a write; not ok when it is to fail.
  rocksdb::IOStatus allow() {
    ++writes_;
    return left_-- > 0 ? rocksdb::IOStatus::OK() : rocksdb::IOStatus::NoSpace("no space left on device, says the test");
  }
  void note_synced(const std::string& path, std::uint64_t size) {
    const std::lock_guard lock(mutex_);
    states_[path].synced = size;
  }
  void note_named(const std::string& directory) {
    const std::lock_guard lock(mutex_);
    for (auto& [path, state] : states_) state.named = state.named || std::filesystem::path(path).parent_path() == std::filesystem::path(directory);
  }

 private:
  struct State {
    std::uint64_t synced = 0;
    bool named = false;  // its directory was synced after it was made
  };
  static constexpr std::int64_t kMany = std::int64_t{1} << 60;
  std::atomic<std::int64_t> left_{kMany};
  std::atomic<std::int64_t> writes_{0};
  std::mutex mutex_;
  std::map<std::string, State> states_;
};

class FaultyFile : public rocksdb::FSWritableFileOwnerWrapper {
 public:
  FaultyFile(std::unique_ptr<rocksdb::FSWritableFile>&& file, std::string path, FaultyFileSystem& disk)
      : FSWritableFileOwnerWrapper(std::move(file)), path_(std::move(path)), disk_(disk) {}

  using FSWritableFileOwnerWrapper::Append;
  rocksdb::IOStatus Append(const rocksdb::Slice& data, const rocksdb::IOOptions& options, rocksdb::IODebugContext* context) override {
    const auto status = disk_.allow();
    if (!status.ok()) return status;
    size_ += data.size();
    return FSWritableFileOwnerWrapper::Append(data, options, context);
  }
  rocksdb::IOStatus Append(const rocksdb::Slice& data, const rocksdb::IOOptions& options, const rocksdb::DataVerificationInfo&,
                           rocksdb::IODebugContext* context) override {
    return Append(data, options, context);
  }
  rocksdb::IOStatus Sync(const rocksdb::IOOptions& options, rocksdb::IODebugContext* context) override {
    return noted(FSWritableFileOwnerWrapper::Sync(options, context));
  }
  rocksdb::IOStatus Fsync(const rocksdb::IOOptions& options, rocksdb::IODebugContext* context) override {
    return noted(FSWritableFileOwnerWrapper::Fsync(options, context));
  }
  // What is only handed over is not durable.
  rocksdb::IOStatus RangeSync(std::uint64_t, std::uint64_t, const rocksdb::IOOptions&, rocksdb::IODebugContext*) override { return rocksdb::IOStatus::OK(); }

 private:
  rocksdb::IOStatus noted(const rocksdb::IOStatus& synced) {
    const auto status = disk_.allow();
    if (!status.ok() || !synced.ok()) return status.ok() ? synced : status;
    disk_.note_synced(path_, size_);
    return synced;
  }

  std::string path_;
  FaultyFileSystem& disk_;
  std::uint64_t size_ = 0;
};

class FaultyDirectory : public rocksdb::FSDirectoryWrapper {
 public:
  FaultyDirectory(std::unique_ptr<rocksdb::FSDirectory>&& directory, std::string path, FaultyFileSystem& disk)
      : FSDirectoryWrapper(std::move(directory)), path_(std::move(path)), disk_(disk) {}
  rocksdb::IOStatus Fsync(const rocksdb::IOOptions& options, rocksdb::IODebugContext* context) override {
    return noted(FSDirectoryWrapper::Fsync(options, context));
  }
  rocksdb::IOStatus FsyncWithDirOptions(const rocksdb::IOOptions& options, rocksdb::IODebugContext* context, const rocksdb::DirFsyncOptions& how) override {
    return noted(FSDirectoryWrapper::FsyncWithDirOptions(options, context, how));
  }

 private:
  rocksdb::IOStatus noted(const rocksdb::IOStatus& synced) {
    const auto status = disk_.allow();
    if (!status.ok() || !synced.ok()) return status.ok() ? synced : status;
    disk_.note_named(path_);
    return synced;
  }

  std::string path_;
  FaultyFileSystem& disk_;
};

inline rocksdb::IOStatus FaultyFileSystem::NewWritableFile(const std::string& path, const rocksdb::FileOptions& options,
                                                           std::unique_ptr<rocksdb::FSWritableFile>* result, rocksdb::IODebugContext* context) {
  auto status = allow();
  if (status.ok()) status = target()->NewWritableFile(path, options, result, context);
  if (!status.ok()) return status;
  {
    const std::lock_guard lock(mutex_);
    states_[path] = {};
  }
  *result = std::make_unique<FaultyFile>(std::move(*result), path, *this);
  return status;
}

// A new name is taken for durable at once; of what it names, only what was synced.
inline rocksdb::IOStatus FaultyFileSystem::RenameFile(const std::string& from, const std::string& to, const rocksdb::IOOptions& options,
                                                      rocksdb::IODebugContext* context) {
  auto status = allow();
  if (status.ok()) status = target()->RenameFile(from, to, options, context);
  if (!status.ok()) return status;
  const std::lock_guard lock(mutex_);
  if (auto moved = states_.extract(from)) {
    moved.key() = to;
    moved.mapped().named = true;
    states_.erase(to);
    states_.insert(std::move(moved));
  }
  return status;
}

inline rocksdb::IOStatus FaultyFileSystem::DeleteFile(const std::string& path, const rocksdb::IOOptions& options, rocksdb::IODebugContext* context) {
  const std::lock_guard lock(mutex_);
  states_.erase(path);
  return target()->DeleteFile(path, options, context);
}

inline rocksdb::IOStatus FaultyFileSystem::NewDirectory(const std::string& path, const rocksdb::IOOptions& options,
                                                        std::unique_ptr<rocksdb::FSDirectory>* result, rocksdb::IODebugContext* context) {
  const auto status = target()->NewDirectory(path, options, result, context);
  if (status.ok()) *result = std::make_unique<FaultyDirectory>(std::move(*result), path, *this);
  return status;
}

}  // namespace wireprint::test
