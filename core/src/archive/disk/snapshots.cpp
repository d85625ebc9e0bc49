#include "archive/disk/snapshots.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <rocksdb/utilities/checkpoint.h>
#include <unistd.h>

#include <chrono>
#include <filesystem>
#include <thread>

#include "archive/disk/disk_writer.hpp"
#include "archive/disk/opened.hpp"

namespace wireprint {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kAsked = ".ask";
constexpr std::string_view kMaking = ".making";
constexpr std::string_view kDone = ".done";
constexpr std::string_view kFailed = ".failed";
constexpr std::chrono::milliseconds kPause{50};
constexpr const char* kIdentityFile = "archive.id";

Error io(const std::string& path, const char* doing, const std::error_code& error) {
  return {ErrorCode::Io, fmt::format("cannot be {}: {}", doing, error.message()), {path}};
}

std::optional<Error> link_rows(const Database& database, const std::string& to) {
  rocksdb::Checkpoint* made = nullptr;
  auto status = rocksdb::Checkpoint::Create(&database.db(), &made);
  const std::unique_ptr<rocksdb::Checkpoint> checkpoint(made);
  if (status.ok()) status = checkpoint->CreateCheckpoint(rows_path(to));
  return status.ok() ? std::nullopt : std::optional(error_of(status));
}

std::optional<Error> link_runs(const std::string& archive, const RunSet& runs, const std::string& to) {
  std::error_code error;
  fs::create_directory(runs_path(to), error);
  for (const auto& live : runs.runs()) {
    if (live.in_row || error) continue;
    const std::string name = "/" + run_file_name(live.number);
    fs::create_hard_link(runs_path(archive) + name, runs_path(to) + name, error);
  }
  return error ? std::optional(io(runs_path(to), "made", error)) : std::nullopt;
}

std::optional<Error> make_durable(const fs::path& path) {
  const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  const bool done = file >= 0 && ::fsync(file) == 0;
  const std::error_code error(errno, std::generic_category());
  if (file >= 0) ::close(file);
  return done ? std::nullopt : std::optional(io(path.string(), "made durable", error));
}

std::optional<Error> copy_durably(const fs::path& from, const fs::path& to) {
  std::error_code error;
  fs::copy(from, to, fs::copy_options::recursive, error);
  if (error) return io(to.string(), "written", error);
  if (!fs::is_directory(to)) return make_durable(to);
  for (const auto& file : fs::recursive_directory_iterator(to)) {
    if (auto failed = make_durable(file.path())) return failed;
  }
  return make_durable(to);
}

}  // namespace

std::optional<Error> link_snapshot(const Database& database, const std::string& archive, const StoreIdentity& identity, const Epoch& epoch,
                                   const FileSystem& files, const std::string& to) {
  std::error_code error;
  fs::create_directories(to, error);
  if (error) return io(to, "made", error);
  if (auto failed = link_rows(database, to)) return failed;
  if (auto failed = link_runs(archive, *epoch.runs, to)) return failed;
  auto acknowledged = Acknowledged::open(to);
  if (!acknowledged) return acknowledged.error();
  if (auto failed = (*acknowledged)->set({epoch.head.epoch, manifest_of(rows_path(to))})) return failed;
  return write_identity(files, to, identity);
}

std::optional<Error> copy_snapshot(const std::string& linked, const std::string& to) {
  std::error_code error;
  fs::create_directories(to, error);
  if (error) return io(to, "made", error);
  for (const char* name : {"rows", "runs", "acknowledged", kIdentityFile}) {
    if (auto failed = copy_durably(fs::path(linked) / name, fs::path(to) / name)) return failed;
    if (auto failed = make_durable(to)) return failed;
  }
  return std::nullopt;
}

void answer_requests(const std::string& archive, const std::function<std::optional<Error>(const std::string&)>& link) {
  std::error_code ignored;
  std::vector<fs::path> asked;
  for (const auto& file : fs::directory_iterator(snapshots_path(archive), ignored)) {
    if (file.path().extension() == kAsked) asked.push_back(file.path());
  }
  for (const auto& path : asked) {
    const auto named = [&](std::string_view extension) { return fs::path(path).replace_extension(extension); };
    const bool failed = link(named(kMaking).string()).has_value();
    if (failed) fs::remove_all(named(kMaking), ignored);
    if (failed) fs::create_directory(named(kFailed), ignored);
    if (!failed) fs::rename(named(kMaking), named(kDone), ignored);
    fs::remove(path, ignored);
  }
}

Result<std::string> request_snapshot(const std::string& archive, const std::function<bool()>& again) {
  std::error_code error;
  fs::create_directory(snapshots_path(archive), error);
  const fs::path base = fs::path(snapshots_path(archive)) / fmt::format("{}-{}", ::getpid(), std::chrono::steady_clock::now().time_since_epoch().count());
  const auto named = [&](std::string_view extension) { return fs::path(base).replace_extension(extension); };
  const int asked = ::open(named(kAsked).c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
  if (asked < 0) return fail(io(named(kAsked).string(), "made", {errno, std::generic_category()}));
  ::close(asked);
  while (!fs::exists(named(kDone), error) && !fs::exists(named(kFailed), error) && again()) std::this_thread::sleep_for(kPause);
  fs::remove(named(kAsked), error);
  if (fs::exists(named(kDone), error)) return named(kDone).string();
  const bool refused = fs::remove(named(kFailed), error);
  return fail({refused ? ErrorCode::Io : ErrorCode::Locked, refused ? "the process that writes could not make a snapshot" : "the process that writes made no snapshot in time"});
}

Result<void> snapshot_store(const std::string& path, const std::string& to, std::chrono::milliseconds wait) {
  const auto identity = read_identity(path);
  if (!identity) return fail(identity.error());
  std::error_code error;
  if (fs::exists(to, error) && !fs::is_empty(to, error)) return fail({ErrorCode::InvalidArgument, "is there already", {to}});

  const auto deadline = std::chrono::steady_clock::now() + wait;
  while (true) {
    auto writer = DiskWriter::open(path, *identity, {}, {});
    if (writer) return (*writer)->snapshot(to);
    if (writer.error().code != ErrorCode::Locked) return fail(writer.error());
    const auto lease = std::min(deadline, std::chrono::steady_clock::now() + std::chrono::seconds(2));  // then see whether the writer has gone
    const auto linked = request_snapshot(path, [&] { return std::chrono::steady_clock::now() < lease; });
    if (linked) {
      auto failed = copy_snapshot(*linked, to);
      fs::remove_all(*linked, error);
      if (failed) return fail(*failed);
      return {};
    }
    if (linked.error().code != ErrorCode::Locked || std::chrono::steady_clock::now() >= deadline) return fail(linked.error());
  }
}

}  // namespace wireprint
