#include "wireprint/archive/memory_store.hpp"

#include <algorithm>
#include <array>
#include <cassert>
#include <set>
#include <unordered_map>

namespace wireprint {
namespace {

// What is large and never changes is shared between epochs.
struct Doc {
  std::shared_ptr<const DocRecord> record;
  std::shared_ptr<const Article> article;
  std::shared_ptr<const Fingerprint> print;
  std::shared_ptr<const std::vector<std::uint64_t>> bands;
  Standing standing;
};

template <class Row>
std::optional<Row> copy_of(const std::shared_ptr<const Row>& row) {
  return row ? std::optional(*row) : std::nullopt;
}

template <class Map, class Key>
std::optional<typename Map::mapped_type> look_up(const Map& map, const Key& key) {
  const auto found = map.find(key);
  return found == map.end() ? std::nullopt : std::optional(found->second);
}

template <class Map, class Key, class Row>
void put(Map& map, const Key& key, const Put<Row>& row) {
  if (row) map.insert_or_assign(key, *row);
  if (!row) map.erase(key);
}

}  // namespace

class MemoryStore::View : public StoreView {
 public:
  View() = default;
  View(const View& other) : StoreView() { data_ = other.data_; }
  View& operator=(const View&) = delete;

  [[nodiscard]] std::optional<Error> fault() const override { return std::nullopt; }
  [[nodiscard]] std::uint64_t epoch() const override { return data_.epoch; }
  [[nodiscard]] DocId docs() const override { return static_cast<DocId>(data_.docs.size()); }
  [[nodiscard]] ClusterNumber clusters() const override { return static_cast<ClusterNumber>(data_.clusters.size()); }
  [[nodiscard]] std::uint64_t events() const override { return data_.events.size(); }

  [[nodiscard]] std::optional<DocRecord> record(DocId doc) const override { return copy_of(data_.docs.at(doc).record); }
  [[nodiscard]] std::optional<Fingerprint> fingerprint(DocId doc) const override {
    const Doc& row = data_.docs.at(doc);
    return row.article ? std::nullopt : copy_of(row.print);
  }
  [[nodiscard]] std::optional<Article> article(DocId doc) const override { return copy_of(data_.docs.at(doc).article); }
  [[nodiscard]] std::optional<Standing> standing(DocId doc) const override {
    const Doc& row = data_.docs.at(doc);
    return row.record ? std::optional(row.standing) : std::nullopt;
  }
  [[nodiscard]] Marks marks(DocId doc) const override {
    const Doc& row = data_.docs.at(doc);
    return row.record ? marks_of(row.standing, doc) : Marks{};
  }
  [[nodiscard]] std::optional<KeyRecord> key(std::string_view key) const override { return look_up(data_.keys, key); }
  [[nodiscard]] std::optional<OutletRecord> outlet(std::string_view outlet) const override { return look_up(data_.outlets, outlet); }

  [[nodiscard]] std::vector<Posting> postings(PostingKind kind, std::uint64_t hash, DayRange days) const override {
    const auto& lists = data_.postings.at(static_cast<std::size_t>(kind));
    const auto found = lists.find(hash);
    std::vector<Posting> list;
    if (found == lists.end()) return list;
    std::ranges::copy_if(found->second, std::back_inserter(list), [&](const Posting& posting) { return days.contains(posting.day); });
    return list;
  }

  [[nodiscard]] std::vector<Representative> representatives(Day day, std::size_t limit) const override {
    std::vector<Representative> list;
    for (auto row = data_.representatives.lower_bound({day, 0, 0}); row != data_.representatives.end() && list.size() < limit; ++row) {
      if (std::get<0>(*row) != day) break;
      list.push_back({std::get<1>(*row), std::get<2>(*row)});
    }
    return list;
  }

  [[nodiscard]] Day crossing(std::uint64_t shingle) const override { return look_up(data_.crossings, shingle).value_or(kNever); }

  [[nodiscard]] std::vector<CopyRecord> copies(DocId doc) const override {
    std::vector<CopyRecord> list;
    const auto partners = data_.partners.find(doc);
    if (partners == data_.partners.end()) return list;
    for (const DocId other : partners->second) {
      const auto found = data_.copies.find({doc, other});
      list.push_back(found != data_.copies.end() ? found->second : data_.copies.at({other, doc}));
    }
    std::ranges::sort(list, {}, [](const CopyRecord& copy) { return std::pair(copy.a, copy.b); });
    return list;
  }

  [[nodiscard]] std::optional<ClusterRecord> cluster(ClusterNumber number) const override {
    if (number == 0 || number > data_.clusters.size()) return std::nullopt;
    return *data_.clusters[number - 1];
  }
  [[nodiscard]] ClusterNumber cluster_number(std::string_view id) const override { return look_up(data_.cluster_ids, id).value_or(0); }

  [[nodiscard]] std::vector<Event> events_after(std::uint64_t seq, std::size_t limit) const override {
    const auto first = std::min<std::uint64_t>(seq, data_.events.size());
    const auto last = first + std::min<std::uint64_t>(limit, data_.events.size() - first);
    std::vector<Event> list;
    for (auto i = first; i < last; ++i) list.push_back(*data_.events[i]);
    return list;
  }

  void apply(Changes changes, bool keeps_text) {
    for (auto& doc : changes.added) add(std::move(doc), keeps_text);
    for (auto& [doc, record] : changes.records) data_.docs.at(doc).record = std::make_shared<DocRecord>(std::move(record));
    for (const auto& [doc, standing] : changes.standings) data_.docs.at(doc).standing = standing;
    for (const auto& [doc, print] : changes.text_removed) data_.docs.at(doc).article.reset();
    for (const DocId doc : changes.removed) remove(doc);
    for (const auto& [key, row] : changes.keys) put(data_.keys, key, row);
    for (const auto& [outlet, row] : changes.outlets) data_.outlets.insert_or_assign(outlet, row);
    for (const auto& [row, stands] : changes.representatives) stands ? void(data_.representatives.insert(row)) : void(data_.representatives.erase(row));
    for (const auto& [shingle, day] : changes.crossings) put(data_.crossings, shingle, day != kNever ? Put<Day>(day) : std::nullopt);
    for (const auto& [pair, copy] : changes.copies) set_copy(pair, copy);
    for (auto& [number, row] : changes.clusters) {
      data_.clusters.resize(std::max<std::size_t>(data_.clusters.size(), number));
      data_.clusters[number - 1] = std::make_shared<ClusterRecord>(std::move(row));
    }
    for (const auto& [id, number] : changes.cluster_ids) data_.cluster_ids.insert_or_assign(id, number);
    for (auto& event : changes.events) data_.events.push_back(std::make_shared<Event>(std::move(event)));
    ++data_.epoch;
  }

 private:
  // Posting lists of one kind. The hash is one already.
  using Lists = std::unordered_map<std::uint64_t, std::vector<Posting>>;

  struct Data {
    std::uint64_t epoch = 0;
    std::vector<Doc> docs;
    std::map<std::string, KeyRecord, std::less<>> keys;
    std::map<std::string, OutletRecord, std::less<>> outlets;
    std::array<Lists, 3> postings;
    std::set<std::tuple<Day, std::uint64_t, DocId>> representatives;
    std::unordered_map<std::uint64_t, Day> crossings;
    std::map<std::pair<DocId, DocId>, CopyRecord> copies;
    std::map<DocId, std::set<DocId>> partners;
    std::vector<std::shared_ptr<const ClusterRecord>> clusters;
    std::map<std::string, ClusterNumber, std::less<>> cluster_ids;
    std::vector<std::shared_ptr<const Event>> events;
  };

  template <class Use>
  void for_each_list(const Doc& doc, const Use& use) {
    use(data_.postings[static_cast<std::size_t>(PostingKind::Text)][doc.record->exact.low]);
    for (const std::uint64_t band : *doc.bands) use(data_.postings[static_cast<std::size_t>(PostingKind::Band)][band]);
    for (const std::uint64_t shingle : doc.print->samples) use(data_.postings[static_cast<std::size_t>(PostingKind::Sample)][shingle]);
  }

  void add(NewDoc added, bool keeps_text) {
    const auto doc = static_cast<DocId>(data_.docs.size());
    auto& row = data_.docs.emplace_back();
    row.record = std::make_shared<DocRecord>(std::move(added.record));
    if (keeps_text) row.article = std::make_shared<Article>(std::move(added.article));
    row.print = std::make_shared<Fingerprint>(std::move(added.print));
    row.bands = std::make_shared<std::vector<std::uint64_t>>(std::move(added.bands));
    for_each_list(row, [&](std::vector<Posting>& list) { list.push_back({doc, row.record->day()}); });
  }

  void remove(DocId doc) {
    for_each_list(data_.docs.at(doc), [&](std::vector<Posting>& list) { std::erase_if(list, [&](const Posting& posting) { return posting.doc == doc; }); });
    data_.docs.at(doc) = {};
  }

  void set_copy(const std::pair<DocId, DocId>& pair, const Put<CopyRecord>& copy) {
    put(data_.copies, pair, copy);
    const auto [a, b] = pair;
    if (copy) data_.partners[a].insert(b), data_.partners[b].insert(a);
    if (!copy) data_.partners[a].erase(b), data_.partners[b].erase(a);
  }

  Data data_;
};

MemoryStore::MemoryStore(StoreIdentity identity) : identity_(std::move(identity)), newest_(std::make_shared<View>()) {}
MemoryStore::~MemoryStore() = default;

std::shared_ptr<const StoreView> MemoryStore::view() const {
  const std::lock_guard lock(mutex_);
  return newest_;
}

Result<void> MemoryStore::commit(Changes changes) {
  const std::lock_guard lock(mutex_);
  const bool held = newest_.use_count() > 1;
  if (held) newest_ = std::make_shared<View>(*newest_);
  newest_->apply(std::move(changes), identity_.keeps_text);
  return {};
}

}  // namespace wireprint
