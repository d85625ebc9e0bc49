// Opens an archive for a command: waits for another writer as long as the user lets it.
#pragma once

#include <memory>

#include "archive_options.hpp"
#include "wireprint/archive/disk_store.hpp"
#include "wireprint/base/result.hpp"
#include "wireprint/engine/archive.hpp"

namespace wireprint::command {

struct OpenArchive {
  std::shared_ptr<DiskStore> store;
  Archive archive;
};

/// Makes the archive where there is none, and only then minds `keeps_text`. Errors: those of the store; Locked, naming the
/// writer, once the time to wait is over.
[[nodiscard]] Result<OpenArchive> open_for_writing(const ArchiveFlags& flags, bool keeps_text, int threads, Terminal& terminal);

/// Errors: those of the store; NotFound where there is no archive.
[[nodiscard]] Result<OpenArchive> open_for_reading(const ArchiveFlags& flags, int threads = 1);

}  // namespace wireprint::command
