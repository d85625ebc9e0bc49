#include "unfinished_file.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cassert>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <filesystem>

#include "leftovers.hpp"

namespace wireprint::command {
namespace {

// A signal's handler may only read what needs no lock.
std::array<std::atomic<const char*>, 8> unfinished{};
static_assert(std::atomic<const char*>::is_always_lock_free);

/// A file or folder that was made, and the one made before it.
struct Made {
  const char* path;
  const Made* before;
};
std::array<std::atomic<const Made*>, 2> last_made{};

// What was made last lies deepest.
void remove_unfinished_folder() {
  for (const auto& last : last_made) {
    for (const Made* made = last.load(); made != nullptr; made = made->before) {
      if (::unlink(made->path) != 0) ::rmdir(made->path);
    }
  }
}

extern "C" void remove_unfinished_and_end(int signal) {
  for (const auto& slot : unfinished) {
    if (const char* path = slot.load()) ::unlink(path);
  }
  remove_unfinished_folder();
  ::_exit(128 + signal);
}

std::atomic<const char*>* claim_slot(const char* path) {
  for (auto& slot : unfinished) {
    const char* nobody = nullptr;
    if (slot.compare_exchange_strong(nobody, path)) return &slot;
  }
  assert(false && "more unfinished files than slots");
  return nullptr;
}

// The new name is durable once its folder is. A folder that cannot be opened or synced keeps the file all the same.
void sync_folder_of(const std::string& path) {
  const std::string folder = std::filesystem::path(path).parent_path().string();
  const int descriptor = ::open(folder.empty() ? "." : folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (descriptor < 0) return;
  ::fsync(descriptor);
  ::close(descriptor);
}

Error failure(const std::string& path) {
  return {ErrorCode::Io, fmt::format("cannot be replaced: {}", std::strerror(errno)), {path, 0, {}}};
}

}  // namespace

void end_cleanly_on_signals() {
  for (const int signal : {SIGINT, SIGTERM, SIGHUP}) {
    struct sigaction before {};
    ::sigaction(signal, nullptr, &before);
    if (before.sa_handler == SIG_IGN) continue;
    struct sigaction action {};
    action.sa_handler = remove_unfinished_and_end;
    ::sigaction(signal, &action, nullptr);
  }
}

struct UnfinishedFolder::Entry {
  std::string path;
  Made made;
};

struct UnfinishedFolder::Slot {
  std::atomic<const Made*>& last;
};

UnfinishedFolder::UnfinishedFolder(std::string path, int descriptor, std::string final_path)
    : path_(std::move(path)), descriptor_(descriptor), final_path_(std::move(final_path)) {
  const auto free = std::ranges::find_if(last_made, [](const auto& last) { return last.load() == nullptr; });
  assert(free != last_made.end() && "more unfinished folders than slots");
  slot_ = std::make_unique<Slot>(Slot{*free});
  add(path_);
}

Result<std::unique_ptr<UnfinishedFolder>> UnfinishedFolder::beside(const std::string& final_path) {
  std::error_code error;
  std::string target = std::filesystem::weakly_canonical(final_path, error).string();
  if (error) target = final_path;
  if (std::filesystem::exists(target, error) && !std::filesystem::is_empty(target, error)) {
    return fail(Error{ErrorCode::Io, "is there already; name a new folder or an empty one", {final_path, 0, {}}});
  }
  remove_leftovers(target);
  for (;;) {
    std::string name = unfinished_name(target);
    if (::mkdtemp(name.data()) == nullptr) return fail(failure(final_path));
    const int descriptor = ::open(name.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor < 0 && errno != ENOENT) return fail(failure(final_path));
    if (descriptor >= 0 && hold_unfinished(name, descriptor)) return std::unique_ptr<UnfinishedFolder>(new UnfinishedFolder(name, descriptor, target));
    ::close(descriptor);
  }
}

void UnfinishedFolder::add(const std::string& path) {
  const Made* before = entries_.empty() ? nullptr : &entries_.back().made;
  Entry& entry = entries_.emplace_back(Entry{path, {nullptr, before}});
  entry.made.path = entry.path.c_str();
  slot_->last.store(&entry.made);
}

Result<std::string> UnfinishedFolder::place_for(const std::string& relative) {
  std::filesystem::path place = path_;
  const std::filesystem::path inside(relative);
  for (const auto& part : inside.parent_path()) {
    place /= part;
    std::error_code error;
    if (std::filesystem::create_directory(place, error)) add(place.string());
    if (error) return fail(Error{ErrorCode::Io, "cannot be made: " + error.message(), {(std::filesystem::path(final_path_) / inside).string(), 0, {}}});
  }
  add((place / inside.filename()).string());
  return entries_.back().path;
}

Result<void> UnfinishedFolder::finish() {
  const mode_t mask = ::umask(0);
  ::umask(mask);
  // One sync of the file system: tens of thousands of small files would wait for the disk one after the other.
  if (::syncfs(descriptor_) != 0 || ::fchmod(descriptor_, 0777 & ~mask) != 0) return fail(failure(final_path_));
  if (::rename(path_.c_str(), final_path_.c_str()) != 0) return fail(failure(final_path_));
  sync_folder_of(final_path_);
  slot_->last.store(nullptr);
  path_.clear();
  return {};
}

UnfinishedFolder::~UnfinishedFolder() {
  slot_->last.store(nullptr);
  std::error_code error;
  if (!path_.empty()) std::filesystem::remove_all(path_, error);
  ::close(descriptor_);
}

UnfinishedFile::UnfinishedFile(std::string path) : path_(std::move(path)), slot_(claim_slot(path_.c_str())) {}

UnfinishedFile::~UnfinishedFile() {
  ::unlink(path_.c_str());  // finds nothing once the file has its final name
  if (slot_ != nullptr) slot_->store(nullptr);
}

Result<void> UnfinishedFile::rename_to(const std::string& final_path, int descriptor) {
  if (::fsync(descriptor) != 0) return fail(failure(final_path));
  if (::rename(path_.c_str(), final_path.c_str()) != 0) return fail(failure(final_path));
  sync_folder_of(final_path);
  return {};
}

}  // namespace wireprint::command
