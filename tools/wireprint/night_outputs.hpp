// What a nightly `wireprint add` writes, and where: events as they happen, or the report at the end; articles and matches.
#pragma once

#include <optional>
#include <vector>

#include "add_options.hpp"
#include "night_files.hpp"
#include "output.hpp"

namespace wireprint::command {

class NightOutputs {
 public:
  /// Errors: Io for the first that cannot be written; files that exist stay as they were.
  [[nodiscard]] static Result<NightOutputs> open(const AddFlags& flags);

  /// Null when nobody asked for it.
  [[nodiscard]] Output* errors() { return errors_ ? &*errors_ : nullptr; }

  /// What one commit brought: its records, and its events in their order.
  void add(std::span<const NightRecord> records, std::vector<Event> events);

  /// The copies that the records of one commit are. Errors: those of the archive.
  [[nodiscard]] Result<void> add_matches(const Archive& archive, std::span<const NightRecord> records);

  /// Writes and finishes all; `view` is the archive as the batch left it, `files` were read. Errors: Io for the first that
  /// failed; those of Mirror.
  [[nodiscard]] Result<void> finish(const StoreView& view, const std::vector<InputFile>& files);

  [[nodiscard]] const std::vector<NightRecord>& records() const { return records_; }

 private:
  explicit NightOutputs(NightFiles files) : files_(std::move(files)) {}

  [[nodiscard]] Result<void> write_reports(const StoreView& view, const std::vector<InputFile>& files);

  NightFormat format_ = NightFormat::Jsonl;
  std::optional<Output> main_;
  std::optional<Output> matches_;
  std::optional<Output> errors_;
  NightFiles files_;
  std::vector<NightRecord> records_;
  std::vector<Event> events_;  ///< kept for the report alone
};

}  // namespace wireprint::command
