// What a writer and a reader of an archive share: loading an epoch, counting, verifying.
#pragma once

#include "archive/disk/disk_view.hpp"
#include "archive/disk/run_files.hpp"

namespace wireprint {

[[nodiscard]] std::string rows_path(const std::string& archive);
[[nodiscard]] std::string runs_path(const std::string& archive);
[[nodiscard]] std::string snapshots_path(const std::string& archive);

/// The epoch that the database stands at, taking from `known` what is loaded already. Errors: Damaged, Io. Nothing when a
/// follower has caught up with some of the families alone: it has to try again.
[[nodiscard]] Result<std::optional<Epoch>> load_epoch(const Database& database, const RunFiles& files, const Epoch& known);

/// What an archive without a batch is.
[[nodiscard]] Epoch empty_epoch();

[[nodiscard]] Result<StoreFigures> figures_of(const DiskView& view);

/// Reads every row and every run. A follower reads the rows alone of each file: the writer may have deleted its name meanwhile.
[[nodiscard]] std::optional<Error> verify_view(const DiskView& view, bool follows);

[[nodiscard]] Result<std::uint64_t> traces_in(const DiskView& view, std::string_view key);

}  // namespace wireprint
