#include "file_identity.hpp"

#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <charconv>
#include <filesystem>
#include <map>
#include <string_view>

namespace wireprint::command {
namespace {

using Identities = std::vector<std::string>;

// One file may be known by its place in the file system, by an open descriptor, or, before it exists, by its path.
void add_inode(const struct stat& found, Identities& to) {
  if (!S_ISREG(found.st_mode) && !S_ISFIFO(found.st_mode)) return;  // devices are shared freely
  to.push_back(fmt::format("inode {}:{}", found.st_dev, found.st_ino));
}

Identities of_descriptor(int descriptor) {
  Identities identities{fmt::format("descriptor {}", descriptor)};
  struct stat found {};
  if (::fstat(descriptor, &found) == 0) add_inode(found, identities);
  return identities;
}

Identities of_path(const std::string& path) {
  Identities identities;
  struct stat found {};
  if (::stat(path.c_str(), &found) == 0) {
    add_inode(found, identities);
  } else {
    std::error_code error;
    identities.push_back("path " + std::filesystem::weakly_canonical(path, error).string());
  }
  return identities;
}

Identities of_output(const std::string& path) {
  const auto descriptor = descriptor_named_by(path);
  return descriptor ? of_descriptor(*descriptor) : of_path(path);
}

Identities of_input(const std::string& path) { return path == "-" ? of_descriptor(STDIN_FILENO) : of_path(path); }

// What is written into a folder while it is read would be read too, by this run or the next.
const std::string* folder_around(const std::string& output, const std::vector<std::string>& inputs) {
  if (descriptor_named_by(output)) return nullptr;
  std::error_code error;
  const auto path = std::filesystem::weakly_canonical(std::filesystem::absolute(output, error), error);
  for (const std::string& input : inputs) {
    if (!std::filesystem::is_directory(input, error)) continue;
    const auto folder = std::filesystem::canonical(input, error);
    const auto differ = std::mismatch(folder.begin(), folder.end(), path.begin(), path.end());
    if (!error && differ.first == folder.end()) return &input;
  }
  return nullptr;
}

std::string spoken(const std::string& output) { return output == "-" ? "standard output" : "'" + output + "'"; }

}  // namespace

std::optional<int> descriptor_named_by(const std::string& path) {
  if (path == "-" || path == "/dev/stdout") return STDOUT_FILENO;
  if (path == "/dev/stderr") return STDERR_FILENO;
  for (const std::string_view folder : {"/dev/fd/", "/proc/self/fd/"}) {
    if (!path.starts_with(folder)) continue;
    int descriptor = -1;
    const auto [end, error] = std::from_chars(path.data() + folder.size(), path.data() + path.size(), descriptor);
    if (error == std::errc() && end == path.data() + path.size()) return descriptor;
  }
  return std::nullopt;
}

Result<void> check_apart(const std::vector<std::string>& outputs, const std::vector<std::string>& inputs) {
  std::map<std::string, std::string> taken;  // identity, and who has it
  for (const std::string& input : inputs) {
    for (const std::string& identity : of_input(input)) taken.emplace(identity, "an input");
  }
  for (const std::string& output : outputs) {
    if (const auto* folder = folder_around(output, inputs)) {
      return fail(Error{ErrorCode::InvalidArgument, fmt::format("{} lies in '{}', which is read", spoken(output), *folder)});
    }
    const Identities identities = of_output(output);
    for (const std::string& identity : identities) {
      const auto other = taken.find(identity);
      if (other == taken.end()) continue;
      return fail(Error{ErrorCode::InvalidArgument, fmt::format("{} is also {}", spoken(output), other->second)});
    }
    for (const std::string& identity : identities) taken.emplace(identity, "another output");
  }
  return {};
}

Result<void> check_references(const std::vector<std::string>& references, const std::vector<std::string>& inputs) {
  std::map<std::string, std::string> taken;
  for (const std::string& input : inputs) {
    for (const std::string& identity : of_input(input)) taken.emplace(identity, input);
  }
  for (const std::string& reference : references) {
    bool is_input = folder_around(reference, inputs) != nullptr;
    for (const std::string& identity : of_input(reference)) is_input |= taken.contains(identity);
    if (is_input) return fail(Error{ErrorCode::InvalidArgument, fmt::format("'{}' is a reference and also an input", reference)});
  }
  return {};
}

}  // namespace wireprint::command
