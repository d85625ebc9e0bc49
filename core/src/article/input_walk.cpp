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
  for (std::size_t i = 0; i < inputs.size(); ++i) pending_.push_back({std::move(inputs[i]), false, i});
  std::reverse(pending_.begin(), pending_.end());
}

// What cannot be looked at is met for the first time: whoever opens it says what is wrong.
bool InputWalk::is_first(const std::string& path) {
  struct stat facts = {};
  return ::stat(path.c_str(), &facts) != 0 || met_.emplace(facts.st_dev, facts.st_ino).second;
}

std::optional<Error> InputWalk::open_folder(const std::string& path, std::size_t input) {
  if (!is_first(path)) return std::nullopt;
  std::error_code error;
  std::vector<std::string> entries;
  for (auto entry = fs::directory_iterator(path, error); !error && entry != fs::directory_iterator(); entry.increment(error)) {
    if (!entry->path().filename().string().starts_with('.')) entries.push_back(entry->path().string());
  }
  std::sort(entries.begin(), entries.end(), std::greater<>());
  for (auto& entry : entries) pending_.push_back({std::move(entry), true, input});
  if (!error) return std::nullopt;
  return Error{ErrorCode::Io, "cannot read this folder: " + error.message(), {.file = path}};
}

std::optional<Result<std::string>> InputWalk::next() {
  while (!pending_.empty()) {
    const Pending next = std::move(pending_.back());
    pending_.pop_back();
    input_ = next.input;
    if (is_folder(next.path)) {
      if (auto error = open_folder(next.path, next.input)) return fail(std::move(*error));
      continue;
    }
    std::error_code error;
    const auto kind = fs::status(next.path, error).type();
    if (next.in_folder && kind != fs::file_type::regular && kind != fs::file_type::not_found && !error) {
      return fail({ErrorCode::BadInput, "is no regular file, and of a folder only these are read", {.file = next.path}});
    }
    if (!is_first(next.path) && next.in_folder) continue;
    return next.path;
  }
  return std::nullopt;
}

}  // namespace wireprint
