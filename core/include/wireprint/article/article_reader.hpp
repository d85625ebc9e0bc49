// Articles of several inputs, one after the other.
//
// Reading has two halves, made for Executor::ordered: next_record() cuts raw records and is called by one thread
// at a time; parse() makes an Article of one and may be called by many threads, also while next_record() runs.
#pragma once

#include <atomic>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "wireprint/article/article.hpp"
#include "wireprint/article/line_reader.hpp"
#include "wireprint/base/progress.hpp"
#include "wireprint/base/result.hpp"

namespace wireprint {

struct ReaderOptions {
  std::size_t max_record = kDefaultMaxRecord;  ///< bytes; a longer record is an error of its own, and skipped
};

/// One record as it stands in its file, or why it could not be read.
struct RawRecord {
  std::string bytes;
  Location where;
  std::optional<Error> error = {};
};

/// What has been read so far.
struct ReaderCounts {
  std::uint64_t records = 0;      ///< parsed or refused, good or bad; blank lines are no records
  std::uint64_t bad_records = 0;  ///< of these: gave an error
  std::uint64_t repaired = 0;     ///< of these: good after repair
  std::uint64_t bad_files = 0;    ///< could not be opened, or not be read to the end
};

class ArticleReader {
 public:
  /// Inputs are paths of files, or "-" for standard input; they are opened when their turn comes.
  explicit ArticleReader(std::vector<std::string> inputs, ReaderOptions options = {});

  /// The next record, in the order of inputs and lines; `nullopt` after the last. A file that cannot be opened, or not
  /// be read to its end, gives one record with the error, without a line number, and reading goes on with the next.
  [[nodiscard]] std::optional<RawRecord> next_record();

  /// The article of a record, or its error, and counts it. To be called once for each record.
  ///
  /// Errors: those of parse_jsonl(), ByteSource and LineReader, with file and, of a record, line.
  [[nodiscard]] Result<Article> parse(RawRecord record);

  /// Both halves in one.
  [[nodiscard]] std::optional<Result<Article>> next();

  /// Exact once all records have been parsed. From any thread.
  [[nodiscard]] ReaderCounts counts() const;

  /// Stage "read", in bytes of the files as they lie on disk; `total` 0 unless all are regular files. From any thread.
  [[nodiscard]] Progress progress() const;

 private:
  [[nodiscard]] std::optional<Error> open_next();
  void close_current();
  [[nodiscard]] std::optional<RawRecord> next_of_current();

  std::vector<std::string> inputs_;
  ReaderOptions options_;
  std::size_t next_input_ = 0;
  std::optional<LineReader> lines_;      // of the current input
  std::uint64_t bytes_of_finished_ = 0;  // inputs
  std::uint64_t bytes_total_ = 0;
  std::atomic<std::uint64_t> bytes_read_ = 0;
  std::atomic<std::uint64_t> records_ = 0;
  std::atomic<std::uint64_t> bad_records_ = 0;
  std::atomic<std::uint64_t> repaired_ = 0;
  std::atomic<std::uint64_t> bad_files_ = 0;
};

}  // namespace wireprint
