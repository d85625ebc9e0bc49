// Where runs are kept: small ones as rows, so that an article that comes alone costs one durable write; large ones as files.
#pragma once

#include "archive/disk/file_io.hpp"
#include "archive/disk/run_merge.hpp"
#include "archive/disk/run_set.hpp"

namespace wireprint {

/// A run that was made, and the row that stands for it.
struct MadeRun {
  LiveRun live;
  std::string row;
};

class RunFiles {
 public:
  /// `directory` holds the runs that are files: those of more than `most_in_row` bytes.
  RunFiles(FileSystem files, std::string directory, std::uint64_t most_in_row)
      : files_(std::move(files)), directory_(std::move(directory)), most_in_row_(most_in_row) {}

  /// The run of this number, as its row says. Errors: Damaged, Io; NotFound when its file is gone.
  [[nodiscard]] Result<LiveRun> open(std::uint64_t number, std::string row) const;

  /// The runs of an epoch, taking from `known` those that are open. Errors: as open(), and those of the database.
  [[nodiscard]] Result<std::shared_ptr<const RunSet>> open_all(const Database& database, const std::vector<std::uint64_t>& numbers,
                                                               const RunSet& known) const;

  /// Makes one of the postings of `runs` that are kept. Errors: Damaged, Io.
  [[nodiscard]] Result<MadeRun> merge(std::uint64_t number, const std::vector<const Run*>& runs, const KeepDoc& keep) const;

  /// Makes one of these bytes. Errors: Io.
  [[nodiscard]] Result<MadeRun> keep(std::uint64_t number, std::string bytes) const;

  /// Deletes the files of all runs but these. What cannot be deleted stays.
  void clear_others(const std::vector<LiveRun>& live) const;
  void remove(std::uint64_t number) const;

  [[nodiscard]] const std::string& directory() const { return directory_; }

 private:
  [[nodiscard]] Result<MadeRun> in_row(std::uint64_t number, std::string bytes) const;
  [[nodiscard]] Result<MadeRun> in_file(std::uint64_t number, const std::function<std::optional<Error>(const ByteSink&)>& fill) const;

  FileSystem files_;
  std::string directory_;
  std::uint64_t most_in_row_;
};

}  // namespace wireprint
