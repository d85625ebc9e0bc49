#include "output.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <poll.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <utility>

#include "file_identity.hpp"
#include "leftovers.hpp"

namespace wireprint::command {
namespace {

constexpr std::size_t kBuffer = 1 << 18;
constexpr mode_t kNewFile = 0666;

Error failure(const std::string& path, std::string_view doing) {
  return {ErrorCode::Io, fmt::format("cannot be {}: {}", doing, std::strerror(errno)),
          {path == "-" ? "standard output" : path, 0, {}}};
}

bool is_to_be_replaced(const std::string& path) {
  struct stat found {};
  return ::stat(path.c_str(), &found) != 0 || S_ISREG(found.st_mode);
}

// mkstemp's file is its owner's alone; the new one gets the rights of the one that it replaces, else the usual ones.
mode_t mode_for(const std::string& path) {
  struct stat found {};
  if (::stat(path.c_str(), &found) == 0) return found.st_mode & 07777;
  const mode_t mask = ::umask(0);
  ::umask(mask);
  return kNewFile & ~mask;
}

// A link stays a link: the file that it leads to is replaced.
std::string behind_links(const std::string& path) {
  std::error_code error;
  const auto target = std::filesystem::weakly_canonical(path, error);
  return error ? path : target.string();
}

// Waits where a pipe that was opened not to block is full.
bool wait_for_room(int descriptor) {
  pollfd wanted{descriptor, POLLOUT, 0};
  return ::poll(&wanted, 1, -1) > 0;
}

}  // namespace

Result<Output> Output::open(const std::string& path) {
  if (const auto descriptor = descriptor_named_by(path)) {
    const int own = ::fcntl(*descriptor, F_DUPFD_CLOEXEC, 3);
    if (own < 0) return fail(failure(path, "opened"));
    return Output(path, own);
  }
  if (is_to_be_replaced(path)) return open_beside(behind_links(path));
  const int descriptor = ::open(path.c_str(), O_WRONLY | O_CLOEXEC);
  if (descriptor < 0) return fail(failure(path, "opened"));
  return Output(path, descriptor);
}

Result<Output> Output::open_beside(const std::string& path) {
  if (::access(path.c_str(), F_OK) == 0 && ::access(path.c_str(), W_OK) != 0) return fail(failure(path, "written"));
  remove_leftovers(path);
  for (;;) {
    std::string name = unfinished_name(path);
    const int descriptor = ::mkostemp(name.data(), O_CLOEXEC);
    if (descriptor < 0) return fail(failure(path, "written"));
    Output output(path, descriptor);
    if (!hold_unfinished(name, descriptor)) continue;
    output.unfinished_ = std::make_unique<UnfinishedFile>(name);
    if (::fchmod(descriptor, mode_for(path)) != 0) return fail(failure(path, "written"));
    return output;
  }
}

Result<Output> Output::open_inside(const std::string& path) {
  const int descriptor = ::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, kNewFile);
  if (descriptor < 0) return fail(failure(path, "written"));
  return Output(path, descriptor);
}

Output::Output(Output&& other) noexcept
    : path_(std::move(other.path_)),
      descriptor_(std::exchange(other.descriptor_, -1)),
      unfinished_(std::move(other.unfinished_)),
      buffer_(std::move(other.buffer_)),
      error_(std::move(other.error_)),
      reader_gone_(other.reader_gone_) {}

Output::~Output() {
  if (descriptor_ >= 0) ::close(descriptor_);
}

void Output::write(std::string_view text) {
  buffer_ += text;
  if (buffer_.size() >= kBuffer) flush();
}

void Output::flush() {
  std::string_view rest = buffer_;
  while (!rest.empty() && !error_ && !reader_gone_) {
    const ssize_t written = ::write(descriptor_, rest.data(), rest.size());
    if (written >= 0) {
      rest.remove_prefix(static_cast<std::size_t>(written));
    } else if (errno == EPIPE) {
      reader_gone_ = true;
    } else if (errno != EINTR && !(errno == EAGAIN && wait_for_room(descriptor_))) {
      keep_error("written");
    }
  }
  buffer_.clear();
}

void Output::keep_error(std::string_view doing) {
  if (!error_) error_ = failure(path_, doing);
}

Result<void> Output::finish() {
  flush();
  if (!error_ && unfinished_) {
    if (auto renamed = unfinished_->rename_to(path_, descriptor_); !renamed) error_ = renamed.error();
  }
  unfinished_.reset();
  if (::close(std::exchange(descriptor_, -1)) != 0) keep_error("written");  // some file systems tell only now
  if (error_) return fail(*error_);
  return {};
}

}  // namespace wireprint::command
