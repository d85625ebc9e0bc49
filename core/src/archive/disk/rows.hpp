// Records as the bytes of rows, and back. FORMAT.md has them field by field.
//
// Pure functions; callable from any thread. A decoder gives nothing for bytes that are no such row, and takes memory only
// in proportion to the bytes.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "wireprint/archive/article_store.hpp"

namespace wireprint {

/// Where an archive stands: written with every batch.
struct Head {
  std::uint64_t epoch = 0;
  DocId docs = 0;
  ClusterNumber clusters = 0;
  std::uint64_t events = 0;
  std::uint64_t next_run = 1;       ///< number of the run that is made next
  std::vector<std::uint64_t> runs;  ///< the live ones, by the numbers of their versions

  friend bool operator==(const Head&, const Head&) = default;
};

[[nodiscard]] std::string encode(const Head& head);
[[nodiscard]] std::string encode(const DocRecord& record);
[[nodiscard]] std::string encode(const Standing& standing, DocId doc);
[[nodiscard]] std::string encode(const Article& article);  ///< without `where`: no path of a machine is kept
[[nodiscard]] std::string encode(const Fingerprint& print);
[[nodiscard]] std::string encode(const KeyRecord& key);
[[nodiscard]] std::string encode(const OutletRecord& outlet);
[[nodiscard]] std::string encode(const CopyRecord& copy);  ///< without a and b, which are the row's key
[[nodiscard]] std::string encode(const ClusterRecord& cluster);
[[nodiscard]] std::string encode(const Event& event);      ///< without seq, which is the row's key

[[nodiscard]] std::optional<Head> decode_head(std::string_view bytes);
[[nodiscard]] std::optional<DocRecord> decode_record(std::string_view bytes);
[[nodiscard]] std::optional<Standing> decode_standing(std::string_view bytes, DocId doc);
[[nodiscard]] std::optional<Article> decode_article(std::string_view bytes);
[[nodiscard]] std::optional<Fingerprint> decode_fingerprint(std::string_view bytes);
[[nodiscard]] std::optional<KeyRecord> decode_key(std::string_view bytes);
[[nodiscard]] std::optional<OutletRecord> decode_outlet(std::string_view bytes);
[[nodiscard]] std::optional<CopyRecord> decode_copy(std::string_view bytes, DocId a, DocId b);
[[nodiscard]] std::optional<ClusterRecord> decode_cluster(std::string_view bytes);
[[nodiscard]] std::optional<Event> decode_event(std::string_view bytes, std::uint64_t seq);

}  // namespace wireprint
