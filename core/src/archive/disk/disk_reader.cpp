#include "archive/disk/disk_reader.hpp"

#include <chrono>

#include "archive/disk/identity_file.hpp"
#include "archive/disk/lock_file.hpp"
#include "archive/disk/opened.hpp"

namespace wireprint {
namespace {

constexpr std::chrono::milliseconds kEvery{300};  // between looks at what the writer did
constexpr std::size_t kMostFollowers = 3;         // one answers, one catches up, one may be held by a long question
constexpr int kTries = 20;
constexpr int kTriesAtOnce = 5;
constexpr std::chrono::milliseconds kPause{50};

tl::unexpected<Error> reads_only() { return fail({ErrorCode::InvalidArgument, "the archive was opened to read"}); }

// A log that was cut in the middle leaves the database at an earlier batch, for who reads all of it.
std::optional<Error> find_cut(const std::string& path, const DiskOptions& options, const FileSystem& files, std::uint64_t told) {
  const auto row = Database::head(rows_path(path), options, files);
  if (!row) return row.error();
  const auto head = *row ? decode_head(**row) : std::optional(Head{});
  if (head && head->epoch >= told) return std::nullopt;
  return Error{ErrorCode::Damaged, "archive: fewer batches are there than were acknowledged: its log was cut short or lost"};
}

}  // namespace

Result<std::unique_ptr<DiskReader>> DiskReader::open(const std::string& path, const DiskOptions& options, const FileSystem& files) {
  auto identity = read_identity(path);
  if (!identity) return fail(identity.error());
  std::unique_ptr<DiskReader> reader(new DiskReader(path, std::move(*identity), options, files));
  if (auto error = reader->catch_up_until_whole()) return fail(*error);
  reader->thread_ = std::thread([made = reader.get()] { made->follow(); });
  return reader;
}

DiskReader::DiskReader(std::string path, StoreIdentity identity, const DiskOptions& options, FileSystem files)
    : path_(std::move(path)), identity_(std::move(identity)), options_(options), files_(std::move(files)), run_files_(files_, runs_path(path_), options.run_file_bytes),
      cache_(make_cache(options)) {}

DiskReader::~DiskReader() {
  {
    const std::lock_guard lock(mutex_);
    stop_ = true;
  }
  wake_.notify_all();
  if (thread_.joinable()) thread_.join();
}

std::shared_ptr<const DiskView> DiskReader::newest() const {
  const std::lock_guard lock(mutex_);
  return newest_;
}

// A follower that no view reads; nothing when all are read, and there are enough.
Result<std::shared_ptr<const Database>> DiskReader::idle_follower() {
  for (auto& follower : followers_) {
    if (follower.use_count() == 1) return follower;
  }
  if (followers_.size() == kMostFollowers) return std::shared_ptr<const Database>();
  auto opened = Database::follow(rows_path(path_), options_, files_, cache_);
  if (!opened) return fail(opened.error());
  followers_.push_back(std::move(*opened));
  return followers_.back();
}

std::optional<Error> DiskReader::catch_up() {
  auto follower = idle_follower();
  if (!follower) return follower.error();
  if (!*follower) return std::nullopt;
  const auto before = manifest_of(rows_path(path_));
  const auto status = (*follower)->db().TryCatchUpWithPrimary();
  if (!status.ok()) {
    std::erase(followers_, *follower);  // it may stand half-way: a new one begins from what is there
    return error_of(status);
  }
  // Files that came or went meanwhile may have been named and not been found, and their rows in no log any more.
  if (manifest_of(rows_path(path_)) != before) return Error{ErrorCode::Io, "archive: its files changed while they were read"};
  const auto known = newest();
  auto epoch = load_epoch(**follower, run_files_, known ? known->all() : empty_epoch());
  if (!epoch) return epoch.error();
  if (!*epoch) return Error{ErrorCode::Damaged, "archive: its kinds of rows are of several batches"};
  if (known && (*epoch)->head.epoch <= known->epoch()) return std::nullopt;
  auto view = std::make_shared<const DiskView>(*follower, nullptr, std::move(**epoch));
  const std::lock_guard lock(mutex_);
  newest_ = std::move(view);
  return std::nullopt;
}

// While a writer is at work, files go between the moment that they are named and the moment that they are opened, so what looks
// like damage is looked at again.
std::optional<Error> DiskReader::catch_up_until_whole() {
  const auto told = Acknowledged::read(path_);
  if (!told) return told.error();
  if (auto error = cut_short(*told, manifest_of(rows_path(path_)))) return error;
  std::optional<Error> error;
  for (int i = 0; i < kTries; ++i) {
    error = find_cut(path_, options_, files_, told->epoch);
    if (!error) error = catch_up();
    if (!error || !LockFile::is_held(path_ + "/writer.lock")) break;
    std::this_thread::sleep_for(kPause);
  }
  if (error) return error;
  if (newest()->epoch() >= told->epoch) return std::nullopt;
  for (int i = 0; i < kTries && newest()->epoch() < told->epoch; ++i) {
    std::this_thread::sleep_for(kPause);
    error = catch_up();
  }
  if (newest()->epoch() >= told->epoch) return std::nullopt;
  if (error) return error;
  return Error{ErrorCode::Damaged, "archive: fewer batches are there than were acknowledged: its log was cut short or lost"};
}

void DiskReader::follow() {
  std::unique_lock lock(mutex_);
  while (!wake_.wait_for(lock, kEvery, [&] { return stop_; })) {
    lock.unlock();
    for (int i = 0; i < kTriesAtOnce && catch_up(); ++i) {  // what fails is tried again; until then the last whole epoch answers
    }
    lock.lock();
  }
}

Result<void> DiskReader::commit(Changes) { return reads_only(); }
Result<void> DiskReader::compact() { return reads_only(); }

Result<StoreFigures> DiskReader::figures_of_newest() const {
  const auto told = Acknowledged::read(path_);
  auto figures = figures_of(*newest());
  if (!told) return fail(told.error());
  if (figures) figures->acknowledged = std::max(figures->epoch, told->epoch);
  return figures;
}

Result<std::uint64_t> DiskReader::traces_of(std::string_view key) const { return traces_in(*newest(), key); }

Result<void> DiskReader::verify() const {
  auto error = verify_view(*newest(), true);
  if (error) return fail(*error);
  return {};
}

Result<std::unique_ptr<DiskStore>> DiskStore::read(const std::string& path, const DiskOptions& options) {
  auto reader = DiskReader::open(path, options, {});
  if (!reader) return fail(reader.error());
  return std::unique_ptr<DiskStore>(std::move(*reader));
}

}  // namespace wireprint
