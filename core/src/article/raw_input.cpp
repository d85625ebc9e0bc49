#include "article/raw_input.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cassert>
#include <cerrno>
#include <system_error>
#include <utility>

namespace wireprint {
namespace {

constexpr std::size_t kBufferBytes = std::size_t{256} << 10U;
constexpr int kNone = -1;

Error refused(const std::string& path, std::string_view what) {
  const int reason = errno;
  const auto code = reason == ENOENT || reason == ENOTDIR ? ErrorCode::NotFound : ErrorCode::Io;
  return {code, fmt::format("cannot {}: {}", what, std::generic_category().message(reason)), {.file = path}};
}

int open_descriptor(const std::string& path) {
  // A copy of standard input's descriptor, so that closing it leaves the process its own.
  if (path == "-") return ::fcntl(STDIN_FILENO, F_DUPFD_CLOEXEC, 0);
  int descriptor = kNone;
  do descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  while (descriptor == kNone && errno == EINTR);
  return descriptor;
}

}  // namespace

Result<RawInput> RawInput::open(const std::string& path) {
  const int descriptor = open_descriptor(path);
  if (descriptor == kNone) return fail(refused(path, "open"));
  RawInput input(path, descriptor, 0);

  struct stat facts = {};
  if (::fstat(descriptor, &facts) != 0) return fail(refused(path, "open"));
  if (S_ISDIR(facts.st_mode)) return fail({ErrorCode::BadInput, "is a directory, expected a file", {.file = path}});
  if (S_ISREG(facts.st_mode)) input.size_ = static_cast<std::uint64_t>(facts.st_size);
  return input;
}

RawInput::RawInput(std::string path, int descriptor, std::uint64_t size)
    : path_(std::move(path)), descriptor_(descriptor), size_(size), buffer_(kBufferBytes) {}

RawInput::RawInput(RawInput&& other) noexcept
    : path_(std::move(other.path_)),
      descriptor_(std::exchange(other.descriptor_, kNone)),
      size_(other.size_),
      position_(other.position_),
      buffer_(std::move(other.buffer_)),
      begin_(other.begin_),
      end_(other.end_),
      hash_(std::move(other.hash_)) {}

RawInput& RawInput::operator=(RawInput&& other) noexcept {
  std::swap(path_, other.path_);
  std::swap(descriptor_, other.descriptor_);
  std::swap(size_, other.size_);
  std::swap(position_, other.position_);
  std::swap(buffer_, other.buffer_);
  std::swap(begin_, other.begin_);
  std::swap(end_, other.end_);
  std::swap(hash_, other.hash_);
  return *this;
}

RawInput::~RawInput() {
  if (descriptor_ != kNone) ::close(descriptor_);
}

Result<std::size_t> RawInput::read_more() {
  ssize_t count = 0;
  do count = ::read(descriptor_, buffer_.data() + end_, buffer_.size() - end_);
  while (count < 0 && errno == EINTR);
  if (count < 0) return fail(refused(path_, "read"));
  hash_.add({buffer_.data() + end_, static_cast<std::size_t>(count)});
  end_ += static_cast<std::size_t>(count);
  return static_cast<std::size_t>(count);
}

Result<std::string_view> RawInput::available() {
  if (begin_ == end_) {
    begin_ = end_ = 0;
    if (const auto count = read_more(); !count) return fail(count.error());
  }
  return std::string_view(buffer_.data() + begin_, end_ - begin_);
}

Result<std::string_view> RawInput::peek(std::size_t count) {
  assert(position_ == 0 && count <= buffer_.size() && "only the first bytes can be peeked at");
  while (end_ < count) {
    const auto more = read_more();
    if (!more) return fail(more.error());
    if (*more == 0) break;
  }
  return std::string_view(buffer_.data(), std::min(end_, count));
}

void RawInput::consume(std::size_t count) {
  assert(count <= end_ - begin_ && "more consumed than there was");
  begin_ += count;
  position_ += count;
}

}  // namespace wireprint
