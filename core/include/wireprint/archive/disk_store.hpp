// A store in a directory: RocksDB for the rows, sorted runs for the postings (core/src/archive/FORMAT.md).
//
// One process writes, any number read at the same time. A batch is there whole, or not at all, for whoever reads and
// after whatever ends a process or a machine; what commit() has acknowledged stays. Thread rules are those of
// ArticleStore.
#pragma once

#include <chrono>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "wireprint/archive/article_store.hpp"

namespace wireprint {

struct DiskOptions {
  std::chrono::milliseconds wait{0};          ///< for another writer to end, before that is an error
  std::size_t cache_bytes = 64U << 20U;       ///< of unpacked rows kept in memory
  std::size_t write_buffer_bytes = 128U << 20U;  ///< of rows in memory and in the log before they become files
  std::size_t run_file_bytes = 1U << 20U;     ///< a run of postings larger than this is a file, others are rows
};

/// What one kind of row or file takes.
struct StoreSize {
  std::string what;         ///< "texts", "records", "postings", ...
  std::uint64_t files = 0;
  std::uint64_t bytes = 0;  ///< on disk, packed
};

struct StoreFigures {
  std::uint64_t epoch = 0;
  std::uint64_t acknowledged = 0;  ///< the last epoch that the writer acknowledged: a reader may be a moment behind
  std::uint64_t docs = 0;      ///< numbers given to versions, removed ones too
  std::uint64_t clusters = 0;  ///< numbers given to clusters
  std::uint64_t events = 0;
  std::uint64_t runs = 0;      ///< of postings
  std::uint64_t postings = 0;
  std::vector<StoreSize> sizes;
};

class DiskStore : public ArticleStore {
 public:
  /// Opens the archive in `path` to write; makes it where there is nothing or an empty directory. What a killed writer
  /// left behind is cleared away. Errors: Locked, naming the process that writes; Incompatible, naming the first field of
  /// `identity` or the version that differs; Damaged; Io.
  [[nodiscard]] static Result<std::unique_ptr<DiskStore>> write(const std::string& path, const StoreIdentity& identity, const DiskOptions& options = {});

  /// Opens it to read, also while another process writes, and changes nothing. A thread of its own follows the writer, so
  /// that view() is at most about a second behind. Errors: NotFound, Incompatible (version), Damaged, Io.
  [[nodiscard]] static Result<std::unique_ptr<DiskStore>> read(const std::string& path, const DiskOptions& options = {});

  /// Counts and sizes as of the newest view. Errors: Damaged, Io.
  [[nodiscard]] virtual Result<StoreFigures> figures() const = 0;

  /// Rewrites all that has been replaced or removed. For a writer. Errors: Damaged, Io; InvalidArgument for a reader.
  [[nodiscard]] virtual Result<void> compact() = 0;

  /// Reads every byte of the newest view and holds it against its checksum and its format. Errors: Damaged, naming the
  /// file or the row that was found first; Io.
  [[nodiscard]] virtual Result<void> verify() const = 0;

  /// How many rows still are those of an article with this key or of one of its versions, and how many removed rows may still lie in
  /// a file: 0 when it is gone. Events go on naming the key. Reads every record and text. Errors: Damaged, Io.
  [[nodiscard]] virtual Result<std::uint64_t> traces_of(std::string_view key) const = 0;
};

/// How the archive in `path` was made. Errors: NotFound, Incompatible (version), Damaged, Io.
[[nodiscard]] Result<StoreIdentity> read_identity(const std::string& path);

/// Writes a consistent copy of the newest epoch to `to`, which is not there yet or empty: made by the process that writes, or
/// by this one where none does. Errors: NotFound, Locked (the writer did not answer within `wait`), Damaged, Io.
[[nodiscard]] Result<void> snapshot_store(const std::string& path, const std::string& to, std::chrono::milliseconds wait = std::chrono::minutes(1));

}  // namespace wireprint
