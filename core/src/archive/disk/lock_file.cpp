#include "archive/disk/lock_file.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <mutex>
#include <set>
#include <thread>

namespace wireprint {
namespace {

constexpr std::chrono::milliseconds kPause{50};

// A POSIX lock belongs to the process: a second one of the same process would be granted, and closing its file would drop
// the first. So the process has to remember what it holds.
struct Held {
  std::mutex mutex;
  std::set<std::string> files;
};
Held& held_by_this_process() {
  static Held held;
  return held;
}

struct flock whole_file() {
  struct flock lock {};
  lock.l_type = F_WRLCK;
  lock.l_whence = SEEK_SET;
  return lock;
}

tl::unexpected<Error> refused(const std::string& path, const char* doing) {
  return fail({ErrorCode::Io, fmt::format("cannot be {}: {}", doing, std::strerror(errno)), {path}});
}

Error locked(const std::string& path, long process) {
  const std::string who = process > 0 ? fmt::format("process {}", process) : "another process";
  return {ErrorCode::Locked, fmt::format("{} writes to the archive", who), {path}};
}

// The number of the process that has the lock; 0 where the system does not know (another machine or container).
long holder(int file) {
  auto lock = whole_file();
  return ::fcntl(file, F_GETLK, &lock) == 0 && lock.l_type != F_UNLCK ? lock.l_pid : 0;
}

bool try_lock(int file) {
  auto lock = whole_file();
  return ::fcntl(file, F_SETLK, &lock) == 0;
}

std::string identity_of(const std::string& path) {
  struct stat status {};
  if (::stat(path.c_str(), &status) != 0) return {};
  return fmt::format("{}:{}", status.st_dev, status.st_ino);
}

}  // namespace

Result<std::unique_ptr<LockFile>> LockFile::acquire(const std::string& path, std::chrono::milliseconds wait) {
  const auto deadline = std::chrono::steady_clock::now() + wait;
  while (true) {
    Held& held = held_by_this_process();
    std::unique_lock guard(held.mutex);
    Error why = locked(path, ::getpid());
    if (!held.files.contains(identity_of(path))) {
      const int file = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0666);
      if (file < 0) return refused(path, "opened");
      if (try_lock(file)) {
        const std::string identity = identity_of(path);
        held.files.insert(identity);
        return std::unique_ptr<LockFile>(new LockFile(file, identity));
      }
      const bool taken = errno == EAGAIN || errno == EACCES;
      why = locked(path, holder(file));
      ::close(file);
      if (!taken) return refused(path, "locked");
    }
    guard.unlock();
    if (std::chrono::steady_clock::now() >= deadline) return fail(why);
    std::this_thread::sleep_for(kPause);
  }
}

bool LockFile::is_held(const std::string& path) {
  Held& held = held_by_this_process();
  const std::lock_guard guard(held.mutex);
  if (held.files.contains(identity_of(path))) return true;  // and to open the file here, and close it, would let go of the lock
  const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (file < 0) return false;
  auto lock = whole_file();
  const bool taken = ::fcntl(file, F_GETLK, &lock) == 0 && lock.l_type != F_UNLCK;
  ::close(file);
  return taken;
}

LockFile::~LockFile() {
  Held& held = held_by_this_process();
  const std::lock_guard guard(held.mutex);
  ::close(file_);
  held.files.erase(identity_);
}

}  // namespace wireprint
