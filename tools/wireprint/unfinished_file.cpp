#include "unfinished_file.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cassert>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <filesystem>

namespace wireprint::command {
namespace {

// A signal's handler may only read what needs no lock.
std::array<std::atomic<const char*>, 8> unfinished{};
static_assert(std::atomic<const char*>::is_always_lock_free);

extern "C" void remove_unfinished_and_end(int signal) {
  for (const auto& slot : unfinished) {
    if (const char* path = slot.load()) ::unlink(path);
  }
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
