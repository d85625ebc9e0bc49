#include "leftovers.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <filesystem>
#include <string_view>
#include <vector>

namespace wireprint::command {
namespace {

constexpr std::string_view kMark = ".unfinished-";
constexpr std::string_view kFilledIn = "XXXXXX";

bool is_leftover_name(const std::string& name, const std::string& final_name) {
  return name.size() == final_name.size() + kMark.size() + kFilledIn.size() && name.starts_with(final_name + std::string(kMark));
}

// A process holds what it writes until it ends, however it ends.
bool is_held(const std::string& path, int descriptor) { return ::flock(descriptor, LOCK_EX | LOCK_NB) != 0 || !hold_unfinished(path, descriptor); }

}  // namespace

std::string unfinished_name(const std::string& final_path) { return final_path + std::string(kMark) + std::string(kFilledIn); }

bool hold_unfinished(const std::string& path, int descriptor) {
  while (::flock(descriptor, LOCK_EX) != 0 && errno == EINTR) {
  }
  struct stat named {};
  struct stat held {};
  return ::stat(path.c_str(), &named) == 0 && ::fstat(descriptor, &held) == 0 && named.st_dev == held.st_dev && named.st_ino == held.st_ino;
}

void remove_leftovers(const std::string& final_path) {
  const std::filesystem::path target(final_path);
  const std::filesystem::path folder = target.has_parent_path() ? target.parent_path() : ".";
  std::error_code error;
  std::vector<std::string> leftovers;
  for (std::filesystem::directory_iterator entry(folder, error), end; !error && entry != end; entry.increment(error)) {
    if (is_leftover_name(entry->path().filename().string(), target.filename().string())) leftovers.push_back(entry->path().string());
  }
  for (const std::string& path : leftovers) {
    const int descriptor = ::open(path.c_str(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
    if (descriptor < 0) continue;
    if (!is_held(path, descriptor)) std::filesystem::remove_all(path, error);
    ::close(descriptor);
  }
}

}  // namespace wireprint::command
