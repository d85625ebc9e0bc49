#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <filesystem>

#include "mirror.hpp"

namespace wireprint::command {
namespace {

constexpr std::size_t kPiece = std::size_t{256} << 10U;

off_t stdin_begin = 0;  // where reading began: a shell may have read the first lines of a file

Error failure(const std::string& doing) {
  return {ErrorCode::Io, fmt::format("standard input cannot be kept beside it: {}: {}", doing, std::strerror(errno))};
}

bool write_all(int descriptor, const char* bytes, std::size_t size) {
  while (size > 0) {
    const ssize_t written = ::write(descriptor, bytes, size);
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return false;
    bytes += written;
    size -= static_cast<std::size_t>(written);
  }
  return true;
}

// A file without a name goes away with the process, however that ends.
int open_nameless(const std::string& out) {
  const auto folder = std::filesystem::path(out == "-" ? "" : out).parent_path();
  std::string name = (folder.empty() ? "." : folder.string()) + "/.wireprint-stdin.XXXXXX";
  const int descriptor = ::mkostemp(name.data(), O_CLOEXEC);
  if (descriptor >= 0) ::unlink(name.c_str());
  return descriptor;
}

}  // namespace

Result<void> check_readable_twice(const std::vector<std::string>& inputs) {
  for (const std::string& input : inputs) {
    struct stat facts {};
    if (input == "-" || ::stat(input.c_str(), &facts) != 0 || S_ISREG(facts.st_mode) || S_ISDIR(facts.st_mode)) continue;
    return fail(Error{ErrorCode::InvalidArgument, "cannot be read twice, which --dedup and --annotate need; pipe it into '-'", {input, 0, {}}});
  }
  return {};
}

Result<void> hold_stdin(const std::string& out) {
  struct stat facts {};
  if (::fstat(STDIN_FILENO, &facts) == 0 && S_ISREG(facts.st_mode)) {
    stdin_begin = ::lseek(STDIN_FILENO, 0, SEEK_CUR);
    return {};
  }
  const int held = open_nameless(out);
  if (held < 0) return fail(failure("open"));
  std::vector<char> piece(kPiece);
  for (;;) {
    const ssize_t size = ::read(STDIN_FILENO, piece.data(), piece.size());
    if (size < 0 && errno == EINTR) continue;
    if (size == 0) break;
    if (size < 0 || !write_all(held, piece.data(), static_cast<std::size_t>(size))) {
      const Error error = failure(size < 0 ? "read" : "write");
      ::close(held);
      return fail(error);
    }
  }
  stdin_begin = 0;
  const bool done = ::lseek(held, 0, SEEK_SET) == 0 && ::dup2(held, STDIN_FILENO) == STDIN_FILENO;
  ::close(held);
  if (!done) return fail(failure("keep"));
  return {};
}

void rewind_stdin() { ::lseek(STDIN_FILENO, stdin_begin, SEEK_SET); }

}  // namespace wireprint::command
