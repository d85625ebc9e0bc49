#include "base/spool.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <filesystem>

namespace wireprint {

Result<std::shared_ptr<Spool>> Spool::open(const std::string& folder) {
  std::error_code ignored;
  const auto in = folder.empty() ? std::filesystem::temp_directory_path(ignored) : std::filesystem::path(folder);
  std::string name = (in / "wireprint-XXXXXX").string();
  const int file = ::mkostemp(name.data(), O_CLOEXEC);
  if (file < 0) return fail({ErrorCode::Io, fmt::format("no temporary file can be made in {}: {}", in.string(), std::strerror(errno))});
  ::unlink(name.c_str());
  return std::shared_ptr<Spool>(new Spool(file, in.string()));
}

Spool::~Spool() { ::close(file_); }

std::uint64_t Spool::append(std::span<const std::uint64_t> words) {
  const std::uint64_t begin = size_;
  const auto bytes = std::as_bytes(words);
  for (std::size_t done = 0; done < bytes.size() && error_ == 0;) {
    const auto written = ::pwrite(file_, bytes.data() + done, bytes.size() - done, static_cast<off_t>(begin + done));
    if (written > 0) done += static_cast<std::size_t>(written);
    else if (written == 0 || errno != EINTR) error_ = written == 0 ? ENOSPC : errno;
  }
  size_ += bytes.size();
  return begin;
}

void Spool::read(std::uint64_t offset, std::span<std::uint64_t> words) const {
  const auto bytes = std::as_writable_bytes(words);
  for (std::size_t done = 0; done < bytes.size();) {
    const auto got = ::pread(file_, bytes.data() + done, bytes.size() - done, static_cast<off_t>(offset + done));
    if (got > 0) {
      done += static_cast<std::size_t>(got);
    } else if (got == 0 || errno != EINTR) {
      error_ = got == 0 ? EIO : errno;
      std::ranges::fill(words, std::uint64_t{0});
      return;
    }
  }
}

Error Spool::fault() const { return {ErrorCode::Io, fmt::format("the temporary file in {} could not be written or read: {}", folder_, std::strerror(error_))}; }

}  // namespace wireprint
