// RocksDB as the archive uses it: its kinds of rows, its settings, its errors as ours.
//
// A Database is safe for any number of threads, as RocksDB is.
#pragma once

#include <rocksdb/db.h>
#include <rocksdb/file_system.h>
#include <rocksdb/write_batch.h>

#include <array>
#include <compare>
#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "wireprint/archive/disk_store.hpp"

namespace wireprint {

/// A column family each. State holds all that changes, a table behind another (see Table).
enum class Family : std::size_t { State, Records, Texts, Prints, Events, Runs };
inline constexpr std::size_t kFamilies = 6;

[[nodiscard]] std::string_view name_of(Family family);

/// The first byte of a key in State.
enum class Table : char {
  Head = 'h',
  Standing = 's',
  Key = 'k',
  Outlet = 'o',
  Representative = 'r',
  Marks = 'm',
  Crossing = 'x',
  Copy = 'p',
  Cluster = 'c',
  ClusterId = 'i',
};

/// Under a key behind all others each family holds the epoch that it was last written by: a reader that caught up with some of the
/// families alone sees that. Of rows that only ever come behind those that are there, a new file then overlaps with the last one alone.
inline constexpr std::string_view kEpochKey = "\xff\xff\xff\xff\xff\xff\xff\xff\xff";
inline constexpr std::string_view kEpochKeyOfVersion2;  // the empty one

/// What tests put between the archive and the disk; empty is the system's.
using FileSystem = std::shared_ptr<rocksdb::FileSystem>;

[[nodiscard]] Error error_of(const rocksdb::Status& status);

/// How far the list of the database's files has come; it moves on whenever files come or go. All 0 where it cannot be read.
struct Manifest {
  std::uint64_t number = 0;
  std::uint64_t size = 0;

  friend auto operator<=>(const Manifest&, const Manifest&) = default;
};

class Database {
 public:
  /// `path` is the database's own directory. Errors: Damaged, Io.
  [[nodiscard]] static Result<std::unique_ptr<Database>> open(const std::string& path, const DiskOptions& options, const FileSystem& files, bool create);

  /// Follows one that another process may be writing.
  [[nodiscard]] static Result<std::unique_ptr<Database>> follow(const std::string& path, const DiskOptions& options, const FileSystem& files,
                                                                const std::shared_ptr<rocksdb::Cache>& cache);

  /// The row of the head, once every file and every log that the database names was read: a follower leaves out those that cannot be,
  /// and says nothing. Errors: Damaged, Io.
  [[nodiscard]] static Result<std::optional<std::string>> head(const std::string& path, const DiskOptions& options, const FileSystem& files);
  ~Database();
  Database(const Database&) = delete;
  Database& operator=(const Database&) = delete;

  [[nodiscard]] rocksdb::DB& db() const { return *db_; }
  [[nodiscard]] rocksdb::ColumnFamilyHandle* family(Family family) const { return handles_[static_cast<std::size_t>(family)]; }

  /// A row; expected absence is an empty optional. Errors: Damaged, Io.
  [[nodiscard]] Result<std::optional<std::string>> get(Family family, std::string_view key, const rocksdb::Snapshot* snapshot = nullptr) const;

  /// How far the list has come for good: what is durable of it, whatever the database writes meanwhile.
  [[nodiscard]] Manifest durable_manifest() const;

 private:
  Database() = default;
  std::unique_ptr<rocksdb::Env> env_;  // outlives the database
  std::unique_ptr<rocksdb::DB> db_;
  std::array<rocksdb::ColumnFamilyHandle*, kFamilies> handles_{};
};

/// The list as it lies on the disk; a database that is open may have written more of it than is durable.
[[nodiscard]] Manifest manifest_of(const std::string& path);

[[nodiscard]] std::shared_ptr<rocksdb::Cache> make_cache(const DiskOptions& options);

/// A key in State.
[[nodiscard]] inline std::string key_in(Table table, std::string_view rest = {}) {
  std::string key(1, static_cast<char>(table));
  key += rest;
  return key;
}

}  // namespace wireprint
