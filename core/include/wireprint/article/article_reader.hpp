// Articles of several inputs, one after the other.
//
// Reading has two halves, made for Executor::ordered: next_record() cuts raw records and is called by one thread
// at a time; parse() makes an Article of one and may be called by many threads, also while next_record() runs.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "wireprint/article/article.hpp"
#include "wireprint/article/field_survey.hpp"
#include "wireprint/article/input_file.hpp"
#include "wireprint/article/raw_record.hpp"
#include "wireprint/article/reader_options.hpp"
#include "wireprint/base/progress.hpp"
#include "wireprint/base/result.hpp"

namespace wireprint {

/// What has been read so far.
struct ReaderCounts {
  std::uint64_t records = 0;      ///< parsed or refused, good or bad; blank lines are no records
  std::uint64_t bad_records = 0;  ///< of these: gave an error
  std::uint64_t repaired = 0;     ///< of these: good after repair
  std::uint64_t files = 0;        ///< tried
  std::uint64_t bad_files = 0;    ///< of these: could not be opened, or not be read to the end
  std::map<InputFormat, std::uint64_t> formats = {};  ///< of these: read in each format
};

class ArticleReader {
 public:
  /// Inputs are paths of files, of folders of files, or "-" for standard input; they are opened when their turn comes.
  explicit ArticleReader(std::vector<std::string> inputs, ReaderOptions options = {});
  ~ArticleReader();

  /// The next record, in the order of inputs and lines; `nullopt` after the last. A file that cannot be opened, that is
  /// of no known format, or that cannot be read to its end, gives one record with the error, without a line number, and
  /// reading goes on with the next.
  [[nodiscard]] std::optional<RawRecord> next_record();

  /// The article of a record, or its error, and counts it. To be called once for each record.
  ///
  /// Errors: BadInput for a record that is not of its format, or a field of the wrong type; TooLarge over max_record;
  /// those of ByteSource. With file and, of a record, line.
  [[nodiscard]] Result<Article> parse(RawRecord record);

  /// Both halves in one.
  [[nodiscard]] std::optional<Result<Article>> next();

  /// The files tried so far, in the order of reading. To be called by the thread that calls next_record().
  [[nodiscard]] const std::vector<InputFile>& files() const;

  /// Exact once all records have been parsed. From any thread.
  [[nodiscard]] ReaderCounts counts() const;

  /// Of the first records, as many as the options say; whole once they have been parsed. From any thread.
  [[nodiscard]] FieldSurvey survey() const;

  /// Stage "read", in bytes of the files as they lie on disk; `total` 0 unless all are regular files. From any thread.
  [[nodiscard]] Progress progress() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace wireprint
