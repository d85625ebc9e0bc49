#include "archive/disk/disk_view.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "archive/disk/row_bytes.hpp"

namespace wireprint {
namespace {

constexpr std::size_t kTableByte = 1;

rocksdb::Slice slice(const std::string& bytes) { return {bytes.data(), bytes.size()}; }

bool is_epoch(std::string_view key) { return key == kEpochKey || key == kEpochKeyOfVersion2; }

std::string numbers(Table table, std::initializer_list<std::pair<std::uint64_t, unsigned>> parts) {
  std::string key = key_in(table);
  for (const auto& [value, size] : parts) append_key(key, value, size);
  return key;
}

std::optional<std::uint64_t> decode_number(std::string_view bytes) {
  RowReader in(bytes);
  const std::uint64_t value = in.get();
  return in.done() ? std::optional(value) : std::nullopt;
}

Error bad_row(Family family, const std::string& key) {
  std::string hex;
  for (const char c : key.substr(0, 40)) hex += fmt::format("{:02x}", static_cast<unsigned char>(c));
  return {ErrorCode::Damaged, fmt::format("archive: the row {} of {} is not of its format", hex, name_of(family))};
}

// Of either direction: whether the row's first version is the earlier one, then the copy.
std::optional<CopyRecord> decode_directed(std::string_view bytes, DocId doc, DocId other) {
  if (bytes.empty()) return std::nullopt;
  const bool earlier = bytes.front() == 1;
  bytes.remove_prefix(1);
  return earlier ? decode_copy(bytes, doc, other) : decode_copy(bytes, other, doc);
}

}  // namespace

std::string doc_key(DocId doc) {
  std::string key;
  append_key(key, doc, 4);
  return key;
}
std::string number_key(std::uint64_t number) {
  std::string key;
  append_key(key, number, 8);
  return key;
}
std::string standing_key(DocId doc) { return numbers(Table::Standing, {{doc, 4}}); }
std::string copy_key(DocId doc, DocId other) { return numbers(Table::Copy, {{doc, 4}, {other, 4}}); }
std::string cluster_key(ClusterNumber number) { return numbers(Table::Cluster, {{number, 4}}); }
std::string representative_key(Day day, std::uint64_t hash, DocId doc) { return numbers(Table::Representative, {{sortable(day), 4}, {hash, 8}, {doc, 4}}); }
std::string marks_key(std::uint32_t row) { return numbers(Table::Marks, {{row, 4}}); }
std::string crossing_key(std::uint64_t epoch, std::uint64_t shingle) { return numbers(Table::Crossing, {{epoch, 8}, {shingle, 8}}); }

DiskView::~DiskView() {
  if (snapshot_ != nullptr) database_->db().ReleaseSnapshot(snapshot_);
}

std::optional<Error> DiskView::fault() const {
  const std::lock_guard lock(mutex_);
  return fault_;
}

void DiskView::spoil(Error error) const {
  const std::lock_guard lock(mutex_);
  if (!fault_) fault_ = std::move(error);
}

template <class Decode>
auto DiskView::read(Family family, const std::string& key, const Decode& decode) const -> decltype(decode(std::string_view())) {
  const auto bytes = database_->get(family, key, snapshot_);
  if (!bytes) spoil(bytes.error());
  if (!bytes || !*bytes) return std::nullopt;
  auto row = decode(**bytes);
  if (!row) spoil(bad_row(family, key));
  return row;
}

// Rows with the prefix, from a key on, until `each(key, value)` says false.
template <class Each>
void DiskView::scan(Family family, const std::string& prefix, const std::string& from, const Each& each) const {
  rocksdb::ReadOptions reading;
  reading.snapshot = snapshot_;
  const std::unique_ptr<rocksdb::Iterator> row(database_->db().NewIterator(reading, database_->family(family)));
  for (row->Seek(slice(from)); row->Valid() && row->key().starts_with(slice(prefix)); row->Next()) {
    if (!each(row->key().ToStringView(), row->value().ToStringView())) return;
  }
  if (!row->status().ok()) spoil(error_of(row->status()));
}

std::optional<DocRecord> DiskView::record(DocId doc) const {
  return doc < docs() ? read(Family::Records, doc_key(doc), decode_record) : std::nullopt;
}

std::optional<Standing> DiskView::standing(DocId doc) const {
  return read(Family::State, standing_key(doc), [&](std::string_view bytes) { return decode_standing(bytes, doc); });
}

std::optional<Fingerprint> DiskView::fingerprint(DocId doc) const {
  return doc < docs() ? read(Family::Prints, doc_key(doc), decode_fingerprint) : std::nullopt;
}

std::optional<Article> DiskView::article(DocId doc) const {
  return doc < docs() ? read(Family::Texts, doc_key(doc), decode_article) : std::nullopt;
}

std::optional<KeyRecord> DiskView::key(std::string_view key) const { return read(Family::State, key_in(Table::Key, key), decode_key); }

std::optional<OutletRecord> DiskView::outlet(std::string_view outlet) const { return read(Family::State, key_in(Table::Outlet, outlet), decode_outlet); }

std::vector<Posting> DiskView::postings(PostingKind kind, std::uint64_t hash, DayRange days) const {
  auto list = epoch_.runs->postings(kind, hash, days);
  if (!list) spoil({ErrorCode::Damaged, "archive: a run of postings is not as its checksum says"});
  return list ? std::move(*list) : std::vector<Posting>();
}

std::vector<Representative> DiskView::representatives(Day day, std::size_t limit) const {
  std::vector<Representative> list;
  if (limit == 0) return list;
  const std::string prefix = numbers(Table::Representative, {{sortable(day), 4}});
  scan(Family::State, prefix, prefix, [&](std::string_view key, std::string_view) {
    list.push_back({key_number(key, kTableByte + 4, 8), static_cast<DocId>(key_number(key, kTableByte + 12, 4))});
    return list.size() < limit;
  });
  return list;
}

std::vector<CopyRecord> DiskView::copies(DocId doc) const {
  std::vector<CopyRecord> list;
  const std::string prefix = numbers(Table::Copy, {{doc, 4}});
  scan(Family::State, prefix, prefix, [&](std::string_view key, std::string_view value) {
    const auto copy = decode_directed(value, doc, static_cast<DocId>(key_number(key, kTableByte + 4, 4)));
    if (!copy) spoil(bad_row(Family::State, std::string(key)));
    if (copy) list.push_back(*copy);
    return copy.has_value();
  });
  std::ranges::sort(list, {}, [](const CopyRecord& copy) { return std::pair(copy.a, copy.b); });
  return list;
}

std::optional<ClusterRecord> DiskView::cluster(ClusterNumber number) const { return read(Family::State, cluster_key(number), decode_cluster); }

ClusterNumber DiskView::cluster_number(std::string_view id) const {
  return static_cast<ClusterNumber>(read(Family::State, key_in(Table::ClusterId, id), decode_number).value_or(0));
}

std::vector<Event> DiskView::events_after(std::uint64_t seq, std::size_t limit) const {
  std::vector<Event> list;
  if (limit == 0 || seq >= events()) return list;
  scan(Family::Events, {}, number_key(seq + 1), [&](std::string_view key, std::string_view value) {
    const std::uint64_t own = key_number(key, 0, 8);
    if (own > events()) return false;
    auto event = decode_event(value, own);
    if (!event) spoil(bad_row(Family::Events, std::string(key)));
    if (event) list.push_back(std::move(*event));
    return event && list.size() < limit;
  });
  return list;
}

std::uint64_t DiskView::rows_of(std::string_view wanted) const {
  std::uint64_t rows = key(wanted) ? 1 : 0;
  scan(Family::Records, {}, doc_key(0), [&](std::string_view at, std::string_view value) {
    if (is_epoch(at)) return false;
    const auto record = decode_record(value);
    if (!record) spoil(bad_row(Family::Records, std::string(at)));
    if (record && record->key.text == wanted) ++rows;
    return record.has_value();
  });
  scan(Family::Texts, {}, doc_key(0), [&](std::string_view at, std::string_view value) {
    if (is_epoch(at)) return false;
    const auto article = decode_article(value);
    if (!article) spoil(bad_row(Family::Texts, std::string(at)));
    if (article && article->key.text == wanted) ++rows;
    return article.has_value();
  });
  return rows;
}

std::optional<Error> DiskView::verify_rows() const {
  for (std::size_t i = 0; i < kFamilies; ++i) {
    if (auto error = verify_family(static_cast<Family>(i))) return error;
  }
  return std::nullopt;
}

namespace {

bool is_row(Table table, std::string_view key, std::string_view value) {
  const auto own = static_cast<DocId>(key_number(key, kTableByte, 4));
  switch (table) {
    case Table::Head: return decode_head(value).has_value();
    case Table::Standing: return decode_standing(value, own).has_value();
    case Table::Key: return decode_key(value).has_value();
    case Table::Outlet: return decode_outlet(value).has_value();
    case Table::Representative: return value.empty() && key.size() == kTableByte + 16;
    case Table::Marks: return key.size() == kTableByte + 4 && MarkTable::is_row(value);
    case Table::Crossing: return decode_number(value).has_value() && key.size() == kTableByte + 16;
    case Table::Copy: return decode_directed(value, own, static_cast<DocId>(key_number(key, kTableByte + 4, 4))).has_value();
    case Table::Cluster: return decode_cluster(value).has_value();
    case Table::ClusterId: return decode_number(value).has_value();
  }
  return false;
}

bool is_row(Family family, std::string_view key, std::string_view value) {
  switch (family) {
    case Family::State: return is_row(static_cast<Table>(key.front()), key, value);
    case Family::Records: return decode_record(value).has_value();
    case Family::Texts: return decode_article(value).has_value();
    case Family::Prints: return decode_fingerprint(value).has_value();
    case Family::Events: return decode_event(value, key_number(key, 0, 8)).has_value();
    case Family::Runs: return !value.empty();
  }
  return false;
}

}  // namespace

std::optional<Error> DiskView::verify_family(Family family) const {
  std::optional<Error> found;
  scan(family, {}, {}, [&](std::string_view key, std::string_view value) {
    if (!is_epoch(key) && !is_row(family, key, value)) found = bad_row(family, std::string(key));
    return !found;
  });
  return found ? found : fault();
}

}  // namespace wireprint
