// Writes an input file again, without some of its records or with something added to each.
//
// Used by one thread at a time.
#pragma once

#include <functional>
#include <optional>
#include <span>
#include <string>

#include "packer.hpp"
#include "wireprint/article/input_file.hpp"
#include "wireprint/base/result.hpp"
#include "wireprint/report/run.hpp"

namespace wireprint::command {

/// What becomes of a record; nothing is changed where both are empty.
struct RecordChange {
  std::function<bool(ArticleId)> drops = {};              ///< leaves the record out
  std::function<std::string(ArticleId)> annotation = {};  ///< an object of JSON, put into the record as its member "wireprint"
};

/// Copies `file` byte for byte but for `records`, which are its own in their order: lines and rows go with their line
/// breaks, elements of an array with what parts them. In CSV an annotation is the first cell of each row. What holds no
/// record (blank lines, a header, what could not be read) stays.
/// Errors: Io for a file that cannot be read again, or is another than it was; BadInput for a record that has no place of
/// its own, or no place for an annotation.
[[nodiscard]] Result<void> rewrite(const InputFile& file, std::span<const ArticleId> records, const ClusterRun& run, const RecordChange& change, Packer& to);

}  // namespace wireprint::command
