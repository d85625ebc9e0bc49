#include "archive/disk/opened.hpp"

#include <fmt/format.h>
#include <rocksdb/table_properties.h>

#include "archive/disk/row_bytes.hpp"

namespace wireprint {
namespace {

constexpr std::size_t kEpochAt = 1;  // behind the table's byte
constexpr std::size_t kShingleAt = kEpochAt + 8;

Error damaged(std::string reason) { return {ErrorCode::Damaged, "archive: " + std::move(reason)}; }

Result<std::optional<std::uint64_t>> epoch_of(const Database& database, Family family) {
  auto row = database.get(family, kEpochKey);
  if (row && !*row) row = database.get(family, kEpochKeyOfVersion2);
  if (!row) return fail(row.error());
  if (!*row) return std::optional<std::uint64_t>();
  RowReader in(**row);
  const std::uint64_t epoch = in.get();
  if (!in.done()) return fail(damaged(fmt::format("the epoch of {} is no number", name_of(family))));
  return std::optional(epoch);
}

// Whether all families were last written by the same batch.
Result<bool> stands_at(const Database& database, std::uint64_t epoch) {
  for (std::size_t i = 0; i < kFamilies; ++i) {
    const auto found = epoch_of(database, static_cast<Family>(i));
    if (!found) return fail(found.error());
    if (found->value_or(0) != epoch) return false;
  }
  return true;
}

Result<CrossingTable> load_crossings(const Database& database, const CrossingTable& known, std::uint64_t after_epoch) {
  const std::unique_ptr<rocksdb::Iterator> row(database.db().NewIterator({}, database.family(Family::State)));
  CrossingTable::Days days;
  const std::string prefix = key_in(Table::Crossing);
  for (row->Seek(crossing_key(after_epoch + 1, 0)); row->Valid() && row->key().starts_with(prefix); row->Next()) {
    RowReader in(row->value().ToStringView());
    const auto day = day_of_sortable(in.get32());
    if (!in.done() || row->key().size() != kShingleAt + 8) return fail(damaged("a crossing day is not of its format"));
    days[key_number(row->key().ToStringView(), kShingleAt, 8)] = day;  // later epochs stand later
  }
  if (!row->status().ok()) return fail(error_of(row->status()));
  return known.with(std::move(days));
}

Result<MarkTable> load_marks(const Database& database, MarkTable marks) {
  const std::unique_ptr<rocksdb::Iterator> row(database.db().NewIterator({}, database.family(Family::State)));
  const std::string prefix = key_in(Table::Marks);
  for (row->Seek(prefix); row->Valid() && row->key().starts_with(prefix); row->Next()) {
    if (row->key().size() != prefix.size() + 4) return fail(damaged("a row of marks is not of its format"));
    const auto number = static_cast<std::uint32_t>(key_number(row->key().ToStringView(), prefix.size(), 4));
    if (number > kNoDoc / kMarksInRow || !marks.take_row(number, row->value().ToStringView())) return fail(damaged("a row of marks is not of its format"));
  }
  if (!row->status().ok()) return fail(error_of(row->status()));
  return marks;
}

StoreSize size_of(const Database& database, Family family) {
  StoreSize size{.what = family == Family::State ? "state" : std::string(name_of(family))};
  std::vector<rocksdb::LiveFileMetaData> files;
  database.db().GetLiveFilesMetaData(&files);
  for (const auto& file : files) {
    if (file.column_family_name != name_of(family)) continue;
    ++size.files;
    size.bytes += file.size;
  }
  return size;
}

StoreSize size_of_runs(const RunSet& runs) {
  StoreSize size{.what = "postings"};
  for (const auto& live : runs.runs()) {
    if (!live.in_row) ++size.files;
    size.bytes += live.run->size();
  }
  return size;
}

}  // namespace

std::string rows_path(const std::string& archive) { return archive + "/rows"; }
std::string runs_path(const std::string& archive) { return archive + "/runs"; }
std::string snapshots_path(const std::string& archive) { return archive + "/snapshots"; }

Epoch empty_epoch() {
  Epoch epoch;
  epoch.runs = std::make_shared<const RunSet>(std::vector<LiveRun>());
  return epoch;
}

Result<std::optional<Epoch>> load_epoch(const Database& database, const RunFiles& files, const Epoch& known) {
  const auto row = database.get(Family::State, key_in(Table::Head));
  if (!row) return fail(row.error());
  if (!*row) return std::optional(known);
  const auto head = decode_head(**row);
  if (!head) return fail(damaged("its head is not of its format"));
  const auto whole = stands_at(database, head->epoch);
  if (!whole) return fail(whole.error());
  if (!*whole) return std::optional<Epoch>();
  if (head->epoch == known.head.epoch) return std::optional(known);

  Epoch epoch{.head = *head, .runs = nullptr, .crossings = {}, .marks = {}};
  auto runs = files.open_all(database, head->runs, *known.runs);
  if (!runs) return fail(runs.error());
  epoch.runs = std::move(*runs);
  auto crossings = load_crossings(database, known.crossings, known.head.epoch);
  if (!crossings) return fail(crossings.error());
  epoch.crossings = std::move(*crossings);
  auto marks = load_marks(database, known.marks);
  if (!marks) return fail(marks.error());
  epoch.marks = std::move(*marks);
  return std::optional(std::move(epoch));
}

Result<StoreFigures> figures_of(const DiskView& view) {
  const Epoch& epoch = view.all();
  StoreFigures figures{.epoch = epoch.head.epoch, .acknowledged = epoch.head.epoch, .docs = epoch.head.docs, .clusters = epoch.head.clusters, .events = epoch.head.events,
                       .runs = epoch.runs->runs().size(), .postings = 0, .sizes = {}};
  for (const auto& live : epoch.runs->runs()) figures.postings += live.run->footer().postings();
  figures.sizes.push_back(size_of_runs(*epoch.runs));
  for (std::size_t i = 0; i < kFamilies; ++i) figures.sizes.push_back(size_of(view.database(), static_cast<Family>(i)));
  return figures;
}

Result<std::uint64_t> traces_in(const DiskView& view, std::string_view key) {
  std::uint64_t traces = view.rows_of(key);
  if (auto error = view.fault()) return fail(*error);
  for (const Family family : {Family::Records, Family::Texts, Family::Prints}) {
    rocksdb::TablePropertiesCollection tables;
    const auto status = view.database().db().GetPropertiesOfAllTables(view.database().family(family), &tables);
    if (!status.ok()) return fail(error_of(status));
    for (const auto& [name, table] : tables) traces += table->num_deletions;  // what was removed may lie below it
  }
  return traces;
}

std::optional<Error> verify_view(const DiskView& view, bool follows) {
  const auto status = follows ? rocksdb::Status::OK() : view.database().db().VerifyChecksum();
  if (!status.ok()) return error_of(status);
  if (auto error = view.verify_rows()) return error;
  std::uint64_t next = 0;
  for (const auto& [number, in_row, run] : view.all().runs->runs()) {
    auto error = run->verify();
    if (error) error->message = run_file_name(number) + ": " + error->message;
    if (error) return error;
    if (run->footer().first_doc != next) return damaged(fmt::format("no run has the postings of version {}", next));
    next = std::uint64_t{run->footer().last_doc} + 1;
  }
  if (next != view.docs()) return damaged(fmt::format("there are runs for {} versions of {}", next, view.docs()));
  return std::nullopt;
}

}  // namespace wireprint
