// Where the files of an input are written again: one file, or a folder that mirrors their names and compression.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "output.hpp"
#include "record_rewriter.hpp"
#include "unfinished_file.hpp"
#include "wireprint/base/result.hpp"
#include "wireprint/report/run.hpp"

namespace wireprint::command {

class Mirror {
 public:
  /// One input that is no folder is written to the file `out` ("-" is standard output), compressed as its name says.
  /// Several, or a folder, to a new folder `out`: each file under its name, by its path below the deepest folder that holds
  /// all of them, compressed as it was; standard input as "stdin".
  /// Errors: Io where that cannot be written, before anything is read.
  [[nodiscard]] static Result<Mirror> open(const std::string& out, const std::vector<std::string>& inputs);

  /// Writes all files of the run's input. To be called once. Errors: those of rewrite(), Io; then nothing is left behind.
  [[nodiscard]] Result<void> write(const ClusterRun& run, const RecordChange& change);

  [[nodiscard]] double packing_seconds() const { return packing_seconds_; }  ///< spent in compressing

 private:
  Mirror() = default;
  [[nodiscard]] Result<void> write_file(const ClusterRun& run, std::size_t file, const std::vector<ArticleId>& records, const RecordChange& change, Packing packing,
                                        Output to);

  std::string out_;
  std::vector<std::string> inputs_;
  std::optional<Output> file_;
  std::unique_ptr<UnfinishedFolder> folder_;
  double packing_seconds_ = 0;
};

/// Whether inputs can be read a second time: standard input can, for hold_stdin() keeps it. Errors: InvalidArgument, naming
/// a pipe or device that cannot.
[[nodiscard]] Result<void> check_readable_twice(const std::vector<std::string>& inputs);

/// Puts what comes from standard input into a nameless file beside `out`, from which "-" is then read any number of times.
/// A regular file stays where it is. Errors: Io.
[[nodiscard]] Result<void> hold_stdin(const std::string& out);

/// Lets "-" be read from its beginning again, after hold_stdin().
void rewind_stdin();

}  // namespace wireprint::command
