// Opens an archive for a command: waits for another writer as long as the user lets it.
#pragma once

#include <memory>
#include <optional>

#include "archive_options.hpp"
#include "wireprint/archive/disk_store.hpp"
#include "wireprint/base/result.hpp"
#include "wireprint/engine/archive.hpp"

namespace wireprint::command {

struct OpenArchive {
  std::shared_ptr<DiskStore> store;
  Archive archive;
};

/// How an archive is made where there is none.
struct NewArchive {
  bool keeps_text = true;
  std::optional<Recipe> recipe = {};  ///< the usual one where none is given; one that is there has to have this one
};

/// Makes the archive where there is none. Errors: those of the store; Locked, naming the writer, once the time to wait is over.
[[nodiscard]] Result<OpenArchive> open_for_writing(const ArchiveFlags& flags, NewArchive made, int threads, Terminal& terminal);

/// Errors: those of the store; NotFound where there is no archive.
[[nodiscard]] Result<OpenArchive> open_for_reading(const ArchiveFlags& flags, int threads = 1);

}  // namespace wireprint::command
