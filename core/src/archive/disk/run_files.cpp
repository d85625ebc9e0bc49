#include "archive/disk/run_files.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

#include "archive/disk/mapped_file.hpp"
#include "archive/disk/row_bytes.hpp"

namespace wireprint {
namespace {

constexpr char kInFile = 0;
constexpr char kInRow = 1;
constexpr std::size_t kSealSize = 8;  // the checksum at the end of a run, which tells one from another

std::string file_row(std::string_view run) {
  RowWriter out;
  out.put(kInFile);
  out.put(run.size());
  out.put_text(run.substr(run.size() - kSealSize));
  return out.take();
}

Error in_run(std::uint64_t number, Error error) {
  error.message = fmt::format("{}: {}", run_file_name(number), error.message);
  if (error.code == ErrorCode::NotFound) error.code = ErrorCode::Damaged;
  error.where = {};
  return error;
}

Result<LiveRun> open_bytes(std::uint64_t number, bool in_row, std::string_view bytes, std::shared_ptr<const void> owner) {
  auto run = Run::open(bytes, std::move(owner));
  if (!run) return fail(in_run(number, run.error()));
  return LiveRun{number, in_row, std::make_shared<const Run>(std::move(*run))};
}

Result<LiveRun> open_row(std::uint64_t number, std::string row) {
  auto owner = std::make_shared<const std::string>(std::move(row));
  const std::string_view bytes = std::string_view(*owner).substr(1);
  return open_bytes(number, true, bytes, std::move(owner));
}

}  // namespace

Result<LiveRun> RunFiles::open(std::uint64_t number, std::string row) const {
  if (!row.empty() && row.front() == kInRow) return open_row(number, std::move(row));
  auto file = MappedFile::open(directory_ + "/" + run_file_name(number));
  if (!file) return fail(in_run(number, file.error()));
  const std::string_view bytes = (*file)->bytes();
  if (bytes.size() < kSealSize || file_row(bytes) != row) return fail(in_run(number, {ErrorCode::Damaged, "is not the one that the archive wrote, or was cut short"}));
  return open_bytes(number, false, bytes, std::move(*file));
}

Result<std::shared_ptr<const RunSet>> RunFiles::open_all(const Database& database, const std::vector<std::uint64_t>& numbers, const RunSet& known) const {
  std::vector<LiveRun> runs;
  for (const std::uint64_t number : numbers) {
    const auto open_already = std::ranges::find(known.runs(), number, &LiveRun::number);
    if (open_already != known.runs().end()) {
      runs.push_back(*open_already);
      continue;
    }
    std::string key;
    append_key(key, number, 8);
    auto row = database.get(Family::Runs, key);
    if (!row) return fail(row.error());
    if (!*row) return fail(in_run(number, {ErrorCode::Damaged, "has no row"}));
    auto run = open(number, std::move(**row));
    if (!run) return fail(run.error());
    runs.push_back(std::move(*run));
  }
  return std::make_shared<const RunSet>(std::move(runs));
}

Result<MadeRun> RunFiles::merge(std::uint64_t number, const std::vector<const Run*>& runs, const KeepDoc& keep) const {
  std::uint64_t size = 0;
  for (const Run* run : runs) size += run->size();
  const auto write_to = [&](const ByteSink& sink) -> std::optional<Error> {
    const auto footer = merge_runs(runs, keep, sink);
    return footer ? std::nullopt : std::optional(footer.error());
  };
  if (size > most_in_row_) return in_file(number, write_to);
  std::string bytes;
  auto error = write_to([&](std::string_view part) -> std::optional<Error> {
    bytes += part;
    return std::nullopt;
  });
  if (error) return fail(*error);
  return in_row(number, std::move(bytes));
}

Result<MadeRun> RunFiles::keep(std::uint64_t number, std::string bytes) const {
  if (bytes.size() <= most_in_row_) return in_row(number, std::move(bytes));
  return in_file(number, [&](const ByteSink& sink) { return sink(bytes); });
}

Result<MadeRun> RunFiles::in_row(std::uint64_t number, std::string bytes) const {
  MadeRun made;
  made.row = std::string(1, kInRow) + bytes;
  auto live = open_row(number, made.row);
  if (!live) return fail(live.error());
  made.live = std::move(*live);
  return made;
}

Result<MadeRun> RunFiles::in_file(std::uint64_t number, const std::function<std::optional<Error>(const ByteSink&)>& fill) const {
  const std::string name = run_file_name(number);
  if (auto error = write_file(files_, directory_, name, fill)) return fail(*error);
  auto file = MappedFile::open(directory_ + "/" + name);
  if (!file) return fail(in_run(number, file.error()));
  MadeRun made;
  const std::string_view bytes = (*file)->bytes();
  if (bytes.size() < kSealSize) return fail(in_run(number, {ErrorCode::Io, "is shorter than what was written"}));
  made.row = file_row(bytes);
  auto live = open_bytes(number, false, bytes, std::move(*file));
  if (!live) return fail(live.error());
  made.live = std::move(*live);
  return made;
}

void RunFiles::clear_others(const std::vector<LiveRun>& live) const {
  std::error_code ignored;
  std::vector<std::filesystem::path> gone;
  for (const auto& file : std::filesystem::directory_iterator(directory_, ignored)) {
    const std::string name = file.path().filename().string();
    const bool kept = std::ranges::any_of(live, [&](const LiveRun& run) { return !run.in_row && run_file_name(run.number) == name; });
    if (!kept) gone.push_back(file.path());
  }
  for (const auto& path : gone) std::filesystem::remove(path, ignored);
}

void RunFiles::remove(std::uint64_t number) const {
  std::error_code ignored;
  std::filesystem::remove(directory_ + "/" + run_file_name(number), ignored);
}

}  // namespace wireprint
