#include "archive/disk/commit.hpp"

#include <algorithm>
#include <set>

#include "archive/disk/row_bytes.hpp"

namespace wireprint {
namespace {

constexpr std::size_t kStagedBytes = 4U << 20U;  // so much of what is new goes to the log at once

rocksdb::Slice slice(std::string_view bytes) { return {bytes.data(), bytes.size()}; }

std::optional<Error> failed(const rocksdb::Status& status) { return status.ok() ? std::nullopt : std::optional(error_of(status)); }

std::string encode_number(std::uint64_t value) {
  RowWriter out;
  out.put(value);
  return out.take();
}

std::string encode_directed(bool earlier, const CopyRecord& copy) { return std::string(1, earlier ? 1 : 0) + encode(copy); }

}  // namespace

Commit::Commit(const Database& database, const RunFiles& files, const Epoch& before, const Changes& changes, bool keeps_text)
    : database_(database), files_(files), before_(before.head), changes_(changes), keeps_text_(keeps_text), after_(before), runs_(before.runs->runs()) {}

std::optional<Error> Commit::write() {
  auto error = stage_new();
  if (!error) error = make_runs();
  if (error) {
    give_up();
    return error;
  }
  put_documents();
  put_marks();
  put_names();
  put_spread();
  put_clusters();
  put_head();
  rocksdb::WriteOptions durable;
  durable.sync = true;
  return failed(database_.db().Write(durable, &batch_));  // if it failed it may be there all the same: the next writer sees, and clears
}

// Rows of versions that no epoch knows yet: a killed batch leaves them behind, and the next writer clears them.
std::optional<Error> Commit::stage_new() {
  DocId doc = before_.docs;
  for (const auto& added : changes_.added) {
    put(Family::Records, doc_key(doc), encode(added.record));
    if (keeps_text_) put(Family::Texts, doc_key(doc), encode(added.article));
    if (!keeps_text_) put(Family::Prints, doc_key(doc), encode(added.print));
    ++doc;
    if (batch_.GetDataSize() < kStagedBytes) continue;
    if (auto error = failed(database_.db().Write({}, &batch_))) return error;
    batch_.Clear();
  }
  after_.head.docs = doc;
  return std::nullopt;
}

std::optional<Error> Commit::make_runs() {
  auto error = changes_.removed.empty() ? std::nullopt : rewrite_without_removed();
  if (!error && !changes_.added.empty()) error = add_run();
  if (!error) after_.runs = std::make_shared<const RunSet>(runs_);
  return error;
}

std::optional<Error> Commit::rewrite_without_removed() {
  const std::set<DocId> gone(changes_.removed.begin(), changes_.removed.end());
  for (auto& live : runs_) {
    const RunFooter& footer = live.run->footer();
    const auto first = gone.lower_bound(footer.first_doc);
    if (first == gone.end() || *first > footer.last_doc) continue;
    auto made = files_.merge(after_.head.next_run++, {live.run.get()}, [&](DocId doc) { return !gone.contains(doc); });
    if (!made) return made.error();
    erase(Family::Runs, number_key(live.number));
    put(Family::Runs, number_key(made->live.number), made->row);
    live = std::move(made->live);
    made_.push_back(live.number);
  }
  return std::nullopt;
}

std::optional<Error> Commit::add_run() {
  std::string bytes = run_of_added();
  std::vector<std::uint64_t> sizes;
  for (const auto& live : runs_) sizes.push_back(live.run->size());
  const std::size_t first = merged_from(sizes, bytes.size());
  const std::uint64_t number = after_.head.next_run++;
  Result<MadeRun> made = fail({});
  if (first == runs_.size()) {
    made = files_.keep(number, std::move(bytes));
  } else {
    const auto added = Run::open(bytes, nullptr);
    if (!added) return added.error();
    std::vector<const Run*> merged;
    for (std::size_t i = first; i < runs_.size(); ++i) merged.push_back(runs_[i].run.get());
    merged.push_back(&*added);
    made = files_.merge(number, merged, {});
  }
  if (!made) return made.error();
  for (std::size_t i = first; i < runs_.size(); ++i) erase(Family::Runs, number_key(runs_[i].number));
  runs_.resize(first);
  put(Family::Runs, number_key(number), made->row);
  runs_.push_back(std::move(made->live));
  made_.push_back(number);
  return std::nullopt;
}

std::string Commit::run_of_added() const {
  RunPlan plan{.postings = {}, .first_doc = before_.docs, .last_doc = after_.head.docs - 1};
  std::vector<RunEntry> entries;
  std::vector<Day> days;
  const auto list = [&](PostingKind kind, std::uint64_t hash, DocId doc) {
    entries.push_back({shortened(hash), part_of(kind), doc});
    ++plan.postings[entries.back().part];
  };
  DocId doc = before_.docs;
  for (const auto& added : changes_.added) {
    list(PostingKind::Text, added.record.exact.low, doc);
    for (const std::uint64_t band : added.bands) list(PostingKind::Band, band, doc);
    for (const std::uint64_t shingle : added.print.samples) list(PostingKind::Sample, shingle, doc);
    days.push_back(added.record.day());
    ++doc;
  }
  std::ranges::sort(entries);
  entries.erase(std::unique(entries.begin(), entries.end()), entries.end());
  return build_run(plan, entries, days);
}

void Commit::put_documents() {
  for (DocId doc = before_.docs; doc < after_.head.docs; ++doc) {
    if (!changes_.standings.contains(doc)) put(Family::State, standing_key(doc), encode(Standing{}, doc));
  }
  for (const auto& [doc, record] : changes_.records) put(Family::Records, doc_key(doc), encode(record));
  for (const auto& [doc, standing] : changes_.standings) put(Family::State, standing_key(doc), encode(standing, doc));
  for (const auto& [doc, print] : changes_.text_removed) {
    erase(Family::Texts, doc_key(doc));
    put(Family::Prints, doc_key(doc), encode(print));
  }
  for (const DocId doc : changes_.removed) {
    for (const Family family : {Family::Records, Family::Prints, Family::Texts}) erase(family, doc_key(doc));
    erase(Family::State, standing_key(doc));
  }
}

void Commit::put_marks() {
  std::map<DocId, Marks> changes;
  for (const auto& [doc, standing] : changes_.standings) changes[doc] = marks_of(standing, doc);
  for (const DocId doc : changes_.removed) changes[doc] = {};
  std::erase_if(changes, [&](const auto& change) { return after_.marks.of(change.first) == change.second; });
  std::vector<std::uint32_t> rows;
  after_.marks = after_.marks.with(changes, before_.epoch + 1, rows);
  for (const std::uint32_t row : rows) put(Family::State, marks_key(row), after_.marks.encode_row(row));
}

void Commit::put_names() {
  for (const auto& [key, row] : changes_.keys) {
    if (row) put(Family::State, key_in(Table::Key, key), encode(*row));
    if (!row) erase(Family::State, key_in(Table::Key, key));
  }
  for (const auto& [outlet, row] : changes_.outlets) put(Family::State, key_in(Table::Outlet, outlet), encode(row));
}

void Commit::put_spread() {
  for (const auto& [row, stands] : changes_.representatives) {
    const auto key = std::apply(representative_key, row);
    if (stands) put(Family::State, key, {});
    if (!stands) erase(Family::State, key);
  }
  CrossingTable::Days days;
  for (const auto& [shingle, day] : changes_.crossings) {
    put(Family::State, crossing_key(before_.epoch + 1, shingle), encode_number(sortable(day)));
    days[shingle] = day;
  }
  after_.crossings = after_.crossings.with(std::move(days));
}

void Commit::put_clusters() {
  for (const auto& [pair, copy] : changes_.copies) {
    const auto& [a, b] = pair;
    if (copy) put(Family::State, copy_key(a, b), encode_directed(true, *copy)), put(Family::State, copy_key(b, a), encode_directed(false, *copy));
    if (!copy) erase(Family::State, copy_key(a, b)), erase(Family::State, copy_key(b, a));
  }
  for (const auto& [number, cluster] : changes_.clusters) {
    put(Family::State, cluster_key(number), encode(cluster));
    after_.head.clusters = std::max(after_.head.clusters, number);
  }
  for (const auto& [id, number] : changes_.cluster_ids) put(Family::State, key_in(Table::ClusterId, id), encode_number(number));
  for (const auto& event : changes_.events) put(Family::Events, number_key(event.seq), encode(event));
  after_.head.events += changes_.events.size();
}

void Commit::put_head() {
  ++after_.head.epoch;
  after_.head.runs.clear();
  for (const auto& live : runs_) after_.head.runs.push_back(live.number);
  put(Family::State, key_in(Table::Head), encode(after_.head));
  for (std::size_t i = 0; i < kFamilies; ++i) put(static_cast<Family>(i), std::string(kEpochKey), encode_number(after_.head.epoch));
}

void Commit::put(Family family, const std::string& key, const std::string& value) {
  batch_.Put(database_.family(family), slice(key), slice(value)).PermitUncheckedError();  // memory takes everything
}

void Commit::erase(Family family, const std::string& key) { batch_.Delete(database_.family(family), slice(key)).PermitUncheckedError(); }

void Commit::give_up() {
  for (const std::uint64_t number : made_) files_.remove(number);
}

}  // namespace wireprint
