#include "archive/disk/rows.hpp"

#include <cassert>

#include "archive/disk/row_bytes.hpp"

namespace wireprint {
namespace {

constexpr std::uint64_t kProbabilityParts = 10'000;
constexpr FurnitureKind kLastFurnitureKind = FurnitureKind::Recurring;

template <class Row>
std::optional<Row> whole(const RowReader& in, Row&& row) {
  return in.done() ? std::optional(std::forward<Row>(row)) : std::nullopt;
}

// kNoDoc is frequent and large, so all numbers move up by one.
void put_doc(RowWriter& out, DocId doc) { out.put(static_cast<DocId>(doc + 1)); }
DocId get_doc(RowReader& in) { return in.get32() - 1; }

// Most numbers that a row names are its own or near.
void put_near(RowWriter& out, DocId doc, DocId own) {
  const bool none = doc == kNoDoc;
  const std::int64_t distance = none ? 0 : std::int64_t{doc} - own;
  out.put_signed(none ? 0 : distance + (distance >= 0 ? 1 : 0));
}
DocId get_near(RowReader& in, DocId own) {
  const std::int64_t value = in.get_signed();
  if (value == 0) return kNoDoc;
  return static_cast<DocId>(own + value - (value > 0 ? 1 : 0));
}

void put(RowWriter& out, const Share& share) {
  out.put(share.part);
  out.put(share.whole);
}
Share get_share(RowReader& in) {
  const std::uint64_t part = in.get();
  return {part, in.get()};
}

void put(RowWriter& out, const Key& key) {
  out.put(key.number ? 1 : 0);
  out.put_text(key.text);
}
Key get_article_key(RowReader& in) {
  const bool number = in.get_bool();
  return {in.get_text(), number};
}

void put(RowWriter& out, const Timestamp& time) {
  out.put(static_cast<std::uint64_t>(time.precision) | (time.offset_minutes ? 4U : 0U));
  if (time.known()) out.put_signed(time.seconds);
  if (time.offset_minutes) out.put_signed(*time.offset_minutes);
}
Timestamp get_time(RowReader& in) {
  const std::uint64_t form = in.get_up_to(7);
  Timestamp time;
  time.precision = static_cast<Precision>(form & 3U);
  if (time.known()) time.seconds = in.get_signed();
  if ((form & 4U) != 0) time.offset_minutes = static_cast<int>(in.get_signed());
  return time;
}

void put(RowWriter& out, const Hash128& hash) {
  out.put_fixed(hash.high, 8);
  out.put_fixed(hash.low, 8);
}
Hash128 get_hash(RowReader& in) {
  const std::uint64_t high = in.get_fixed(8);
  return {high, in.get_fixed(8)};
}

void put(RowWriter& out, const SourcePlace& place) {
  for (const std::uint32_t n : {place.bytes, place.points, place.utf16}) out.put(n);
}
SourcePlace get_place(RowReader& in) {
  SourcePlace place;
  for (auto* n : {&place.bytes, &place.points, &place.utf16}) *n = in.get32();
  return place;
}

void put(RowWriter& out, const SourceMap& map) {
  out.put(map.pieces().size());
  for (const auto& piece : map.pieces()) {
    out.put(piece.length);
    put(out, piece.from);
    put(out, piece.to);
  }
}
SourceMap get_map(RowReader& in) {
  SourceMap map;
  const std::size_t pieces = in.get_count(7);
  for (std::size_t i = 0; i < pieces && in.ok(); ++i) {
    const std::uint32_t length = in.get32();
    const SourcePlace from = get_place(in);
    const SourcePlace to = get_place(in);
    if (from.bytes <= to.bytes) map.append(length, from, to);
  }
  return map;
}

// A probability is a share of 10,000: one more than its part, 0 for none.
void put_probability(RowWriter& out, const std::optional<Share>& share) {
  assert((!share || share->whole == kProbabilityParts) && "as probability_of() gives it");
  out.put(share ? share->part + 1 : 0);
}
std::optional<Share> get_probability(RowReader& in) {
  const std::uint64_t value = in.get_up_to(kProbabilityParts + 1);
  return value == 0 ? std::nullopt : std::optional(Share{value - 1, kProbabilityParts});
}

template <class Row, class PutOne>
void put_list(RowWriter& out, const std::vector<Row>& list, const PutOne& put_one) {
  out.put(list.size());
  for (const auto& row : list) put_one(row);
}
template <class Row, class GetOne>
std::vector<Row> get_list(RowReader& in, std::size_t least, const GetOne& get_one) {
  std::vector<Row> list(in.get_count(least));
  for (auto& row : list) row = get_one();
  return list;
}

void put_docs(RowWriter& out, const std::vector<DocId>& docs) {
  put_list(out, docs, [&](DocId doc) { put_doc(out, doc); });
}
std::vector<DocId> get_docs(RowReader& in) {
  return get_list<DocId>(in, 1, [&] { return get_doc(in); });
}
void put_texts(RowWriter& out, const std::vector<std::string>& texts) {
  put_list(out, texts, [&](const std::string& text) { out.put_text(text); });
}
std::vector<std::string> get_texts(RowReader& in) {
  return get_list<std::string>(in, 1, [&] { return in.get_text(); });
}

template <class Enum>
Enum get_enum(RowReader& in, Enum last) {
  return static_cast<Enum>(in.get_up_to(static_cast<std::uint64_t>(last)));
}

}  // namespace

std::string encode(const Head& head) {
  RowWriter out;
  for (const std::uint64_t n : {head.epoch, std::uint64_t{head.docs}, std::uint64_t{head.clusters}, head.events, head.next_run}) out.put(n);
  put_list(out, head.runs, [&](std::uint64_t run) { out.put(run); });
  return out.take();
}
std::optional<Head> decode_head(std::string_view bytes) {
  RowReader in(bytes);
  Head head;
  head.epoch = in.get();
  head.docs = in.get32();
  head.clusters = in.get32();
  head.events = in.get();
  head.next_run = in.get();
  head.runs = get_list<std::uint64_t>(in, 1, [&] { return in.get(); });
  return whole(in, std::move(head));
}

std::string encode(const DocRecord& record) {
  RowWriter out;
  put(out, record.exact);
  out.put_fixed(record.content, 8);
  put(out, record.key);
  out.put(record.version);
  put(out, record.published);
  put(out, record.updated);
  out.put_text(record.outlet);
  out.put_text(record.agency);
  out.put(static_cast<std::uint64_t>(record.status) << 1U | (record.agency_own ? 1U : 0U));
  out.put(record.words);
  out.put(record.story_words);
  std::uint32_t end = 0;
  put_list(out, record.furniture, [&](const FurnitureTokens& piece) {
    out.put(piece.begin - end);
    out.put(piece.end - piece.begin);
    out.put(static_cast<std::uint64_t>(piece.kind));
    end = piece.end;
  });
  return out.take();
}
std::optional<DocRecord> decode_record(std::string_view bytes) {
  RowReader in(bytes);
  DocRecord record;
  record.exact = get_hash(in);
  record.content = in.get_fixed(8);
  record.key = get_article_key(in);
  record.version = in.get32();
  record.published = get_time(in);
  record.updated = get_time(in);
  record.outlet = in.get_text();
  record.agency = in.get_text();
  const std::uint64_t flags = in.get_up_to(static_cast<std::uint64_t>(Status::Error) << 1U | 1U);
  record.status = static_cast<Status>(flags >> 1U);
  record.agency_own = (flags & 1U) != 0;
  record.words = in.get32();
  record.story_words = in.get32();
  std::uint64_t end = 0;
  record.furniture = get_list<FurnitureTokens>(in, 3, [&] {
    const std::uint64_t begin = end + in.get32();
    end = begin + in.get32();
    in.require(end <= record.words);
    return FurnitureTokens{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end), get_enum(in, kLastFurnitureKind)};
  });
  return whole(in, std::move(record));
}

std::string encode(const Standing& standing, DocId doc) {
  RowWriter out;
  out.put((standing.current ? 1U : 0U) | (standing.has_content ? 2U : 0U) | (standing.represents ? 4U : 0U) | (standing.counted ? 8U : 0U));
  put_near(out, standing.identical, doc);
  put_near(out, standing.leader, doc);
  out.put(standing.cluster);
  return out.take();
}
std::optional<Standing> decode_standing(std::string_view bytes, DocId doc) {
  RowReader in(bytes);
  const std::uint64_t flags = in.get_up_to(15);
  Standing standing{.current = (flags & 1U) != 0, .has_content = (flags & 2U) != 0, .represents = (flags & 4U) != 0, .counted = (flags & 8U) != 0};
  standing.identical = get_near(in, doc);
  standing.leader = get_near(in, doc);
  standing.cluster = in.get32();
  return whole(in, std::move(standing));
}

std::string encode(const Article& article) {
  RowWriter out;
  put(out, article.key);
  for (const auto* text : {&article.outlet, &article.headline, &article.body, &article.url, &article.language, &article.byline, &article.author,
                           &article.copyright, &article.published_as_read}) {
    out.put_text(*text);
  }
  put(out, article.published);
  put(out, article.updated);
  put(out, article.body_source);
  return out.take();
}
std::optional<Article> decode_article(std::string_view bytes) {
  RowReader in(bytes);
  Article article;
  article.key = get_article_key(in);
  for (auto* text : {&article.outlet, &article.headline, &article.body, &article.url, &article.language, &article.byline, &article.author,
                     &article.copyright, &article.published_as_read}) {
    *text = in.get_text();
  }
  article.published = get_time(in);
  article.updated = get_time(in);
  article.body_source = get_map(in);
  return whole(in, std::move(article));
}

std::string encode(const Fingerprint& print) {
  RowWriter out;
  put(out, print.exact);
  out.put(print.words);
  out.put(print.minhash.size());
  for (const auto slot : print.minhash) out.put_fixed(slot, 2);
  out.put(print.samples.size());
  std::uint64_t previous = 0;
  for (const std::uint64_t sample : print.samples) {
    out.put_fixed(sample - previous, 8);
    previous = sample;
  }
  return out.take();
}
std::optional<Fingerprint> decode_fingerprint(std::string_view bytes) {
  RowReader in(bytes);
  Fingerprint print;
  print.exact = get_hash(in);
  print.words = in.get32();
  print.minhash.resize(in.get_count(2));
  for (auto& slot : print.minhash) slot = static_cast<std::uint16_t>(in.get_fixed(2));
  print.samples.resize(in.get_count(8));
  std::uint64_t previous = 0;
  for (auto& sample : print.samples) sample = previous += in.get_fixed(8);
  return whole(in, std::move(print));
}

std::string encode(const KeyRecord& key) {
  RowWriter out;
  put_docs(out, key.versions);
  put_doc(out, key.newest);
  return out.take();
}
std::optional<KeyRecord> decode_key(std::string_view bytes) {
  RowReader in(bytes);
  KeyRecord key;
  key.versions = get_docs(in);
  key.newest = get_doc(in);
  return whole(in, std::move(key));
}

std::string encode(const OutletRecord& outlet) {
  RowWriter out;
  out.put(outlet.day_only ? (*outlet.day_only ? 2U : 1U) : 0U);
  put_docs(out, outlet.dated);
  return out.take();
}
std::optional<OutletRecord> decode_outlet(std::string_view bytes) {
  RowReader in(bytes);
  OutletRecord outlet;
  const std::uint64_t settled = in.get_up_to(2);
  if (settled > 0) outlet.day_only = settled == 2;
  outlet.dated = get_docs(in);
  return whole(in, std::move(outlet));
}

std::string encode(const CopyRecord& copy) {
  RowWriter out;
  out.put(static_cast<std::uint64_t>(copy.role));
  for (const auto& share : {copy.copied, copy.kept, copy.nearness}) put(out, share);
  put_probability(out, copy.probability);
  return out.take();
}
std::optional<CopyRecord> decode_copy(std::string_view bytes, DocId a, DocId b) {
  RowReader in(bytes);
  CopyRecord copy;
  copy.a = a;
  copy.b = b;
  copy.role = get_enum(in, Role::Rewritten);
  for (auto* share : {&copy.copied, &copy.kept, &copy.nearness}) *share = get_share(in);
  copy.probability = get_probability(in);
  return whole(in, std::move(copy));
}

std::string encode(const ClusterRecord& cluster) {
  RowWriter out;
  out.put_text(cluster.id);
  put_list(out, cluster.members, [&](const MemberRecord& member) {
    put_doc(out, member.doc);
    out.put(static_cast<std::uint64_t>(member.role));
    put(out, member.copied);
    put(out, member.kept);
    put_doc(out, member.source);
    put_probability(out, member.probability);
  });
  put_doc(out, cluster.original);
  out.put(static_cast<std::uint64_t>(cluster.original_by));
  put(out, cluster.weakest);
  put_texts(out, cluster.aliases);
  put_list(out, cluster.history, [&](const ClusterTurn& turn) {
    out.put(static_cast<std::uint64_t>(turn.kind));
    out.put(turn.seq);
    out.put_text(turn.other);
  });
  return out.take();
}
std::optional<ClusterRecord> decode_cluster(std::string_view bytes) {
  RowReader in(bytes);
  ClusterRecord cluster;
  cluster.id = in.get_text();
  cluster.members = get_list<MemberRecord>(in, 8, [&] {
    MemberRecord member;
    member.doc = get_doc(in);
    member.role = get_enum(in, Role::Rewritten);
    member.copied = get_share(in);
    member.kept = get_share(in);
    member.source = get_doc(in);
    member.probability = get_probability(in);
    return member;
  });
  cluster.original = get_doc(in);
  cluster.original_by = get_enum(in, OriginalBy::Tie);
  cluster.weakest = get_share(in);
  cluster.aliases = get_texts(in);
  cluster.history = get_list<ClusterTurn>(in, 3, [&] {
    ClusterTurn turn;
    turn.kind = get_enum(in, ClusterTurn::Kind::Dissolved);
    turn.seq = in.get();
    turn.other = in.get_text();
    return turn;
  });
  return whole(in, std::move(cluster));
}

std::string encode(const Event& event) {
  RowWriter out;
  out.put(static_cast<std::uint64_t>(event.kind));
  out.put((event.key ? 1U : 0U) | (event.original ? 2U : 0U) | (event.role ? 4U : 0U));
  if (event.key) put(out, *event.key);
  out.put_text(event.cluster);
  put_texts(out, event.from);
  if (event.original) put(out, *event.original);
  if (event.role) out.put(static_cast<std::uint64_t>(*event.role));
  return out.take();
}
std::optional<Event> decode_event(std::string_view bytes, std::uint64_t seq) {
  RowReader in(bytes);
  Event event;
  event.seq = seq;
  event.kind = get_enum(in, EventKind::Skipped);
  const std::uint64_t there = in.get_up_to(7);
  if ((there & 1U) != 0) event.key = get_article_key(in);
  event.cluster = in.get_text();
  event.from = get_texts(in);
  if ((there & 2U) != 0) event.original = get_article_key(in);
  if ((there & 4U) != 0) event.role = get_enum(in, Role::Rewritten);
  return whole(in, std::move(event));
}

}  // namespace wireprint
