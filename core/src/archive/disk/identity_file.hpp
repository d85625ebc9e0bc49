// The little files beside the database: what the archive is, and how far its writer was told that all is durable.
#pragma once

#include "archive/disk/file_io.hpp"

namespace wireprint {

inline constexpr std::uint32_t kArchiveVersion = 3;  ///< of the format as a whole
inline constexpr std::uint32_t kOldestVersion = 2;   ///< that is read too; who writes makes it the newest

[[nodiscard]] std::string encode_identity(const StoreIdentity& identity);

/// Errors: Damaged; Incompatible for another version.
[[nodiscard]] Result<StoreIdentity> decode_identity(std::string_view bytes);

/// Nothing where an archive of `theirs` may be written by who works as `ours`; else an Incompatible that names the first field
/// that differs.
[[nodiscard]] std::optional<Error> difference(const StoreIdentity& ours, const StoreIdentity& theirs);

/// That of the format which the archive in `path` was written by last. Errors: NotFound, Damaged, Io.
[[nodiscard]] Result<std::uint32_t> read_version(const std::string& path);

[[nodiscard]] std::optional<Error> write_identity(const FileSystem& files, const std::string& archive, const StoreIdentity& identity);

/// The epoch that was acknowledged last, and how far the database's list of files had come.
struct Told {
  std::uint64_t epoch = 0;
  Manifest manifest;
};

/// A Damaged when a list of files has come less far than was told.
[[nodiscard]] std::optional<Error> cut_short(const Told& told, const Manifest& found);

/// Holds that, in a file that is written after each batch is durable. A log or a list of files that was cut short later opens
/// as if the last batches had never been; this tells. It is not synced: after a power failure it may be older than
/// the truth, never newer.
class Acknowledged {
 public:
  /// Makes or opens it to write. Errors: Io.
  [[nodiscard]] static Result<std::unique_ptr<Acknowledged>> open(const std::string& archive);
  ~Acknowledged();
  Acknowledged(const Acknowledged&) = delete;
  Acknowledged& operator=(const Acknowledged&) = delete;

  /// Errors: Io.
  [[nodiscard]] std::optional<Error> set(const Told& told);

  /// As set(), and waits until it is durable: for the first one. Errors: Io.
  [[nodiscard]] std::optional<Error> set_durably(const Told& told);

  /// Errors: Damaged, Io.
  [[nodiscard]] static Result<Told> read(const std::string& archive);

 private:
  explicit Acknowledged(int file) : file_(file) {}
  int file_;
};

}  // namespace wireprint
