#include "archive/disk/file_io.hpp"

#include <fmt/format.h>

#include <filesystem>
#include <fstream>

#include "archive/disk/row_bytes.hpp"
#include "wireprint/base/hash.hpp"

namespace wireprint {
namespace {

rocksdb::FileSystem& system_of(const FileSystem& files) { return files ? *files : *rocksdb::FileSystem::Default(); }

std::optional<Error> failed(const std::string& path, const char* doing, const rocksdb::IOStatus& status) {
  if (status.ok()) return std::nullopt;
  return Error{ErrorCode::Io, fmt::format("cannot be {}: {}", doing, status.ToString()), {path}};
}

std::optional<Error> sync_directory(const FileSystem& files, const std::string& directory) {
  std::unique_ptr<rocksdb::FSDirectory> opened;
  auto status = system_of(files).NewDirectory(directory, {}, &opened, nullptr);
  if (status.ok()) status = opened->Fsync({}, nullptr);
  return failed(directory, "made durable", status);
}

std::optional<Error> fill_file(rocksdb::FSWritableFile& file, const std::string& path, const std::function<std::optional<Error>(const ByteSink&)>& fill) {
  const ByteSink sink = [&](std::string_view bytes) { return failed(path, "written", file.Append({bytes.data(), bytes.size()}, {}, nullptr)); };
  auto error = fill(sink);
  if (!error) error = failed(path, "made durable", file.Fsync({}, nullptr));
  auto closed = failed(path, "closed", file.Close({}, nullptr));
  return error ? error : closed;
}

}  // namespace

std::optional<Error> write_file(const FileSystem& files, const std::string& directory, const std::string& name,
                                const std::function<std::optional<Error>(const ByteSink&)>& fill) {
  const std::string path = directory + "/" + name;
  std::unique_ptr<rocksdb::FSWritableFile> file;
  if (auto error = failed(path, "made", system_of(files).NewWritableFile(path, {}, &file, nullptr))) return error;
  auto error = fill_file(*file, path, fill);
  if (!error) error = sync_directory(files, directory);
  if (error) system_of(files).DeleteFile(path, {}, nullptr).PermitUncheckedError();  // what stays is cleared by the next writer
  return error;
}

std::optional<Error> replace_file(const FileSystem& files, const std::string& directory, const std::string& name, std::string_view bytes) {
  const std::string unfinished = name + ".new";
  if (auto error = write_file(files, directory, unfinished, [&](const ByteSink& sink) { return sink(bytes); })) return error;
  const auto status = system_of(files).RenameFile(directory + "/" + unfinished, directory + "/" + name, {}, nullptr);
  if (auto error = failed(directory + "/" + name, "named", status)) return error;
  return sync_directory(files, directory);
}

Result<std::string> read_small_file(const std::string& path, std::size_t most) {
  std::error_code error;
  const auto size = std::filesystem::file_size(path, error);
  if (error) return fail({error == std::errc::no_such_file_or_directory ? ErrorCode::NotFound : ErrorCode::Io, "cannot be read: " + error.message(), {path}});
  if (size > most) return fail({ErrorCode::TooLarge, fmt::format("has {} bytes; at most {} were expected", size, most), {path}});
  std::string bytes(size, '\0');
  std::ifstream in(path, std::ios::binary);
  if (!in.read(bytes.data(), static_cast<std::streamsize>(size))) return fail({ErrorCode::Io, "cannot be read", {path}});
  return bytes;
}

std::optional<Error> make_directory(const FileSystem& files, const std::string& parent, const std::string& name) {
  const std::string path = parent + "/" + name;
  if (auto error = failed(path, "made", system_of(files).CreateDirIfMissing(path, {}, nullptr))) return error;
  return sync_directory(files, parent);
}

std::string seal(std::string_view magic, std::string_view payload) {
  std::string bytes(magic);
  bytes += payload;
  RowWriter checksum;
  checksum.put_fixed(hash_bytes(bytes), 8);
  return bytes + checksum.take();
}

std::optional<std::string> unseal(std::string_view magic, std::string_view bytes) {
  if (bytes.size() < magic.size() + 8 || !bytes.starts_with(magic)) return std::nullopt;
  const auto checked = bytes.substr(0, bytes.size() - 8);
  if (RowReader(bytes.substr(checked.size())).get_fixed(8) != hash_bytes(checked)) return std::nullopt;
  return std::string(checked.substr(magic.size()));
}

}  // namespace wireprint
