#include "article/input_walk.hpp"

#include <sys/stat.h>

#include <algorithm>
#include <filesystem>

namespace wireprint {
namespace {

namespace fs = std::filesystem;

bool is_folder(const std::string& path) {
  std::error_code error;
  return path != "-" && fs::is_directory(path, error);
}

}  // namespace

InputWalk::InputWalk(std::vector<std::string> inputs) {
  for (auto& path : inputs) pending_.push_back({std::move(path), false});
  std::reverse(pending_.begin(), pending_.end());
}

std::optional<Error> InputWalk::open_folder(const std::string& path) {
  struct stat facts = {};
  if (::stat(path.c_str(), &facts) == 0 && !walked_.emplace(facts.st_dev, facts.st_ino).second) return std::nullopt;
  std::error_code error;
  std::vector<std::string> entries;
  for (auto entry = fs::directory_iterator(path, error); !error && entry != fs::directory_iterator(); entry.increment(error)) {
    if (!entry->path().filename().string().starts_with('.')) entries.push_back(entry->path().string());
  }
  std::sort(entries.begin(), entries.end(), std::greater<>());
  for (auto& entry : entries) pending_.push_back({std::move(entry), true});
  if (!error) return std::nullopt;
  return Error{ErrorCode::Io, "cannot read this folder: " + error.message(), {.file = path}};
}

std::optional<Result<std::string>> InputWalk::next() {
  while (!pending_.empty()) {
    const Pending next = std::move(pending_.back());
    pending_.pop_back();
    if (is_folder(next.path)) {
      if (auto error = open_folder(next.path)) return fail(std::move(*error));
      continue;
    }
    std::error_code error;
    const auto kind = fs::status(next.path, error).type();
    if (next.in_folder && kind != fs::file_type::regular && kind != fs::file_type::not_found && !error) {
      return fail({ErrorCode::BadInput, "is no regular file, and of a folder only these are read", {.file = next.path}});
    }
    return next.path;
  }
  return std::nullopt;
}

}  // namespace wireprint
