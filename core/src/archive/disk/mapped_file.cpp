#include "archive/disk/mapped_file.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

namespace wireprint {
namespace {

tl::unexpected<Error> refused(const std::string& path, const char* doing) {
  const auto code = errno == ENOENT ? ErrorCode::NotFound : ErrorCode::Io;
  return fail({code, fmt::format("cannot be {}: {}", doing, std::strerror(errno)), {path}});
}

}  // namespace

Result<std::shared_ptr<const MappedFile>> MappedFile::open(const std::string& path) {
  const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (file < 0) return refused(path, "opened");
  struct stat status{};
  void* mapped = nullptr;
  const bool sized = ::fstat(file, &status) == 0;
  const auto size = static_cast<std::size_t>(status.st_size);
  if (sized && size > 0) mapped = ::mmap(nullptr, size, PROT_READ, MAP_SHARED, file, 0);
  const int error = errno;
  ::close(file);
  errno = error;
  if (!sized || mapped == MAP_FAILED) return refused(path, "read");
  if (mapped != nullptr) ::madvise(mapped, size, MADV_RANDOM);  // a look-up touches a few pages far apart
  return std::shared_ptr<const MappedFile>(new MappedFile({static_cast<const char*>(mapped), size}));
}

MappedFile::~MappedFile() {
  if (!bytes_.empty()) ::munmap(const_cast<char*>(bytes_.data()), bytes_.size());
}

}  // namespace wireprint
