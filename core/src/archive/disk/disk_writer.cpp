// The process that writes.
#include <fmt/format.h>

#include <filesystem>

#include "archive/disk/commit.hpp"
#include "archive/disk/disk_writer.hpp"
#include "archive/disk/opened.hpp"
#include "archive/disk/row_bytes.hpp"
#include "archive/disk/snapshots.hpp"

namespace wireprint {
namespace {

constexpr std::chrono::milliseconds kBetweenLooks{100};
constexpr std::array kOwnNames{"writer.lock", "rows", "runs", "acknowledged", "archive.id.new", "snapshots"};

// Whether a directory holds nothing, or what a writer left that was killed while it made the archive.
bool may_become_archive(const std::string& path) {
  std::error_code ignored;
  for (const auto& file : std::filesystem::directory_iterator(path, ignored)) {
    if (std::ranges::find(kOwnNames, file.path().filename().string()) == kOwnNames.end()) return false;
  }
  const auto told = Acknowledged::read(path);
  return !told || told->epoch == 0;
}

std::optional<Error> clear(const std::string& path) {
  std::error_code error;
  std::filesystem::remove_all(path, error);
  return error ? std::optional(Error{ErrorCode::Io, "cannot be deleted: " + error.message(), {path}}) : std::nullopt;
}

}  // namespace

Result<std::unique_ptr<DiskWriter>> DiskWriter::open(const std::string& path, const StoreIdentity& identity, const DiskOptions& options, const FileSystem& files) {
  std::error_code error;
  std::filesystem::create_directories(path, error);
  if (error) return fail({ErrorCode::Io, "cannot be made: " + error.message(), {path}});
  auto lock = LockFile::acquire(path + "/writer.lock", options.wait);
  if (!lock) return fail(lock.error());
  std::unique_ptr<DiskWriter> writer(new DiskWriter(path, identity, options, files, std::move(*lock)));
  if (auto failed = writer->open_or_make(options)) return fail(*failed);
  writer->watcher_ = std::thread([made = writer.get()] { made->watch(); });
  return writer;
}

DiskWriter::DiskWriter(std::string path, StoreIdentity identity, const DiskOptions& options, FileSystem files, std::unique_ptr<LockFile> lock)
    : path_(std::move(path)), identity_(std::move(identity)), files_(std::move(files)), lock_(std::move(lock)), run_files_(files_, runs_path(path_), options.run_file_bytes) {}

DiskWriter::~DiskWriter() {
  stop_ = true;
  if (watcher_.joinable()) watcher_.join();
  if (database_ && !broken_) static_cast<void>(purge());
  if (newest_ && !broken_) static_cast<void>(acknowledged_->set({newest_->epoch(), database_->durable_manifest()}));
}

std::optional<Error> DiskWriter::open_or_make(const DiskOptions& options) {
  const auto theirs = read_identity(path_);
  if (!theirs && theirs.error().code != ErrorCode::NotFound) return theirs.error();
  if (theirs) {
    if (auto error = difference(identity_, *theirs)) return error;
  } else if (auto error = make(options)) {
    return error;
  }
  const auto told = Acknowledged::read(path_);
  if (!told) return told.error();
  if (auto error = cut_short(*told, manifest_of(rows_path(path_)))) return error;
  auto database = Database::open(rows_path(path_), options, files_, false);
  if (!database) return database.error();
  database_ = std::move(*database);
  if (auto error = load(told->epoch)) return error;
  return theirs ? make_newest() : std::nullopt;
}

std::optional<Error> DiskWriter::make(const DiskOptions& options) {
  if (!may_become_archive(path_)) return Error{ErrorCode::InvalidArgument, "is neither an archive nor empty", {path_}};
  for (const auto& left : {rows_path(path_), runs_path(path_), snapshots_path(path_)}) {
    if (auto error = clear(left)) return error;
  }
  for (const char* name : {"rows", "runs"}) {
    if (auto error = make_directory(files_, path_, name)) return error;
  }
  auto database = Database::open(rows_path(path_), options, files_, true);
  if (!database) return database.error();
  database->reset();
  auto acknowledged = Acknowledged::open(path_);
  if (!acknowledged) return acknowledged.error();
  if (auto error = (*acknowledged)->set_durably({})) return error;
  return write_identity(files_, path_, identity_);
}

// An archive of an older version holds nothing that is read otherwise; what is written from now on is of the newest.
std::optional<Error> DiskWriter::make_newest() {
  const auto version = read_version(path_);
  if (!version) return version.error();
  return *version == kArchiveVersion ? std::nullopt : write_identity(files_, path_, identity_);
}

std::optional<Error> DiskWriter::load(std::uint64_t told) {
  auto epoch = load_epoch(*database_, run_files_, empty_epoch());
  if (!epoch) return epoch.error();
  if (!*epoch) return Error{ErrorCode::Damaged, "archive: its kinds of rows are of several batches"};
  if ((*epoch)->head.epoch < told) {
    return Error{ErrorCode::Damaged, fmt::format("archive: batch {} was acknowledged, but only {} are there: its log was cut short or lost", told, (*epoch)->head.epoch)};
  }
  auto acknowledged = Acknowledged::open(path_);
  if (!acknowledged) return acknowledged.error();
  acknowledged_ = std::move(*acknowledged);
  if (auto error = acknowledged_->set({(*epoch)->head.epoch, database_->durable_manifest()})) return error;
  if (auto error = clear_left_behind(**epoch)) return error;
  publish(std::move(**epoch));
  return std::nullopt;
}

// Rows of versions that no epoch knows, files of runs that none names, snapshots that nobody fetched.
std::optional<Error> DiskWriter::clear_left_behind(const Epoch& epoch) {
  for (const Family family : {Family::Records, Family::Prints, Family::Texts}) {
    const std::string first = doc_key(epoch.head.docs);
    const std::unique_ptr<rocksdb::Iterator> row(database_->db().NewIterator({}, database_->family(family)));
    row->Seek(first);
    if (!row->status().ok()) return error_of(row->status());
    if (!row->Valid() || row->key() == rocksdb::Slice(kEpochKey.data(), kEpochKey.size())) continue;
    const auto status = database_->db().DeleteRange({}, database_->family(family), first, std::string(kEpochKey));
    if (!status.ok()) return error_of(status);
  }
  run_files_.clear_others(epoch.runs->runs());
  return clear(snapshots_path(path_));
}

void DiskWriter::publish(Epoch epoch) {
  auto view = std::make_shared<const DiskView>(database_, database_->db().GetSnapshot(), std::move(epoch));
  const std::lock_guard lock(view_mutex_);
  newest_ = std::move(view);
}

std::shared_ptr<const DiskView> DiskWriter::newest() const {
  const std::lock_guard lock(view_mutex_);
  return newest_;
}

Result<void> DiskWriter::commit(Changes changes) {
  const std::lock_guard lock(commit_mutex_);
  if (broken_) return fail(*broken_);
  if (auto error = write_batch(changes)) {
    broken_ = error;  // what stands in the log is known only when it is read again
    return fail(*error);
  }
  gone_.insert(gone_.end(), changes.removed.begin(), changes.removed.end());
  for (const auto& [doc, print] : changes.text_removed) gone_.push_back(doc);
  if (auto error = purge()) return fail(*error);
  return {};
}

std::optional<Error> DiskWriter::write_batch(const Changes& changes) {
  const auto before = newest();
  Commit commit(*database_, run_files_, before->all(), changes, identity_.keeps_text);
  if (auto error = commit.write()) return error;
  Epoch epoch = commit.take_epoch();
  static_cast<void>(acknowledged_->set({epoch.head.epoch, database_->durable_manifest()}));  // durable already; an older number only notices less
  run_files_.clear_others(epoch.runs->runs());
  publish(std::move(epoch));
  return std::nullopt;
}

// Rewrites the files that still hold the bytes of what was removed, and lets go of the log.
std::optional<Error> DiskWriter::purge() {
  if (gone_.empty()) return std::nullopt;
  if (auto error = flush()) return error;
  const auto [first, last] = std::ranges::minmax_element(gone_);
  const std::string from = doc_key(*first);
  const std::string to = doc_key(*last);
  for (const Family family : {Family::Texts, Family::Records, Family::Prints}) {
    if (auto error = rewrite(family, &from, &to)) return error;
  }
  if (auto error = rewrite(Family::State, nullptr, nullptr)) return error;
  std::uint64_t views = 0;
  database_->db().GetIntProperty(rocksdb::DB::Properties::kNumSnapshots, &views);
  if (views <= 1) gone_.clear();  // an older view that is held keeps what it sees: then once more, when it is let go
  return std::nullopt;
}

std::optional<Error> DiskWriter::flush() {
  for (std::size_t i = 0; i < kFamilies; ++i) {
    const auto status = database_->db().Flush({}, database_->family(static_cast<Family>(i)));
    if (!status.ok()) return error_of(status);
  }
  return std::nullopt;
}

std::optional<Error> DiskWriter::rewrite(Family family, const std::string* from, const std::string* to) {
  rocksdb::CompactRangeOptions all;
  all.bottommost_level_compaction = rocksdb::BottommostLevelCompaction::kForce;
  const rocksdb::Slice first = from != nullptr ? rocksdb::Slice(*from) : rocksdb::Slice();
  const rocksdb::Slice last = to != nullptr ? rocksdb::Slice(*to) : rocksdb::Slice();
  const auto status = database_->db().CompactRange(all, database_->family(family), from != nullptr ? &first : nullptr, to != nullptr ? &last : nullptr);
  return status.ok() ? std::nullopt : std::optional(error_of(status));
}

Result<void> DiskWriter::compact() {
  const std::lock_guard lock(commit_mutex_);
  if (broken_) return fail(*broken_);
  if (auto error = flush()) return fail(*error);
  for (std::size_t i = 0; i < kFamilies; ++i) {
    if (auto error = rewrite(static_cast<Family>(i), nullptr, nullptr)) return fail(*error);
  }
  return {};
}

void DiskWriter::watch() {
  while (!stop_) {
    answer_requests(path_, [&](const std::string& to) { return link_newest(to); });
    std::this_thread::sleep_for(kBetweenLooks);
  }
}

std::optional<Error> DiskWriter::link_newest(const std::string& to) {
  const std::lock_guard lock(commit_mutex_);
  if (broken_) return broken_;
  return link_snapshot(*database_, path_, identity_, newest()->all(), files_, to);
}

Result<void> DiskWriter::snapshot(const std::string& to) {
  const std::string linked = snapshots_path(path_) + "/own";
  auto error = link_newest(linked);
  if (!error) error = copy_snapshot(linked, to);
  std::error_code ignored;
  std::filesystem::remove_all(linked, ignored);
  if (error) return fail(*error);
  return {};
}

Result<StoreFigures> DiskWriter::figures() const { return figures_of(*newest()); }

Result<std::uint64_t> DiskWriter::traces_of(std::string_view key) const { return traces_in(*newest(), key); }

Result<void> DiskWriter::verify() const {
  auto error = verify_view(*newest(), false);
  if (error) return fail(*error);
  return {};
}

Result<std::unique_ptr<DiskStore>> DiskStore::write(const std::string& path, const StoreIdentity& identity, const DiskOptions& options) {
  auto writer = DiskWriter::open(path, identity, options, {});
  if (!writer) return fail(writer.error());
  return std::unique_ptr<DiskStore>(std::move(*writer));
}

}  // namespace wireprint
