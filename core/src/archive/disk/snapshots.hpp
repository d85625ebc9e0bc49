// Consistent copies of an archive. The process that writes makes them, of hard links and in a moment; who asked copies the files
// on to where they are wanted. Asking is a file in the archive, answering is another: no path of a machine stands in either.
#pragma once

#include <functional>
#include <vector>

#include "archive/disk/disk_view.hpp"
#include "archive/disk/file_io.hpp"

namespace wireprint {

/// Makes the directory `to`, inside the archive, of the epoch that the database stands at. Not while a batch is written.
/// Errors: Io.
[[nodiscard]] std::optional<Error> link_snapshot(const Database& database, const std::string& archive, const StoreIdentity& identity, const Epoch& epoch,
                                                 const FileSystem& files, const std::string& to);

/// Copies a linked snapshot to `to`, durably, so that it is an archive only when all of it is there. Errors: Io.
[[nodiscard]] std::optional<Error> copy_snapshot(const std::string& linked, const std::string& to);

/// For who writes: answers all that was asked since, with `link(to)`.
void answer_requests(const std::string& archive, const std::function<std::optional<Error>(const std::string&)>& link);

/// For who does not: asks, and gives the name of the directory that was made. Nothing while there is no answer; `again` is asked
/// from time to time whether to wait on. Errors: Io; Locked when there was no answer.
[[nodiscard]] Result<std::string> request_snapshot(const std::string& archive, const std::function<bool()>& again);

}  // namespace wireprint
