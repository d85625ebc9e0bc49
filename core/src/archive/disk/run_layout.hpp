// Where things stand in a run of postings; FORMAT.md has the bytes.
//
// Plain values; any thread.
#pragma once

#include <array>
#include <compare>
#include <cstdint>
#include <string>
#include <string_view>
#include <tuple>

#include "wireprint/archive/article_store.hpp"
#include "wireprint/base/result.hpp"

namespace wireprint {

inline constexpr std::uint64_t kRunPage = 4096;      ///< bytes that share a checksum
inline constexpr std::uint64_t kDirectoryEntry = 5;  ///< bytes of an offset in the directory
inline constexpr std::uint64_t kDayEntry = 4;        ///< bytes of a day
inline constexpr int kBucketBits = 5;                ///< a bucket is 2^5 average gaps wide: 16 to 32 postings share an entry of the directory

inline constexpr std::size_t kRunParts = 3;          ///< one for each kind of posting

/// Of a hash its lowest bits are kept. A look-up among n postings also gives n / 2^36 versions that hold another hash: at ten million
/// articles of 44 samples each, one in 156 look-ups gives one. What asks takes that for a candidate like any other.
inline constexpr int kHashBits = 36;
inline constexpr std::uint64_t kLastHash = (std::uint64_t{1} << kHashBits) - 1;

/// One version stands in the list of one hash.
struct RunEntry {
  std::uint64_t hash = 0;  ///< shortened
  std::uint32_t part = 0;
  DocId doc = 0;

  friend bool operator==(const RunEntry&, const RunEntry&) = default;
  friend auto operator<=>(const RunEntry& a, const RunEntry& b) { return std::tie(a.part, a.hash, a.doc) <=> std::tie(b.part, b.hash, b.doc); }
};

[[nodiscard]] inline std::uint32_t part_of(PostingKind kind) { return static_cast<std::uint32_t>(kind); }
[[nodiscard]] inline std::uint64_t shortened(std::uint64_t hash) { return hash & kLastHash; }

/// The hashes of one kind: buckets of equal width in hash, with a directory of where each begins.
struct RunPart {
  std::uint64_t postings = 0;
  std::uint64_t data = 0;       ///< offset of the first bucket's bytes
  std::uint64_t directory = 0;  ///< offset of the directory; the data ends there
  std::uint8_t bucket_bits = 0; ///< a bucket is 2^bucket_bits hashes wide, 0 to kHashBits
  std::uint8_t rice_bits = 0;   ///< of the code for gaps between hashes, 0 to bucket_bits

  [[nodiscard]] std::uint64_t buckets() const { return (kLastHash >> bucket_bits) + 1; }
  [[nodiscard]] std::uint64_t bucket_of(std::uint64_t hash) const { return hash >> bucket_bits; }
  [[nodiscard]] std::uint64_t first_of(std::uint64_t bucket) const { return bucket << bucket_bits; }
  [[nodiscard]] std::uint64_t end() const { return directory + kDirectoryEntry * buckets(); }

  friend bool operator==(const RunPart&, const RunPart&) = default;
};

/// The end of a run, from which all else is found.
struct RunFooter {
  DocId first_doc = 0;  ///< the run has the postings of all versions from this ...
  DocId last_doc = 0;   ///< ... to this, both included, that were not removed
  std::array<RunPart, kRunParts> parts;

  [[nodiscard]] std::uint64_t postings() const;
  [[nodiscard]] std::uint64_t docs() const { return std::uint64_t{last_doc} - first_doc + 1; }
  [[nodiscard]] int doc_bits() const;           ///< that hold the distance of a version from the first
  [[nodiscard]] std::uint64_t days() const { return parts.back().end(); }  ///< offset of the days of the versions
  [[nodiscard]] std::uint64_t checked_end() const { return days() + kDayEntry * docs(); }
  [[nodiscard]] std::uint64_t pages() const { return (checked_end() + kRunPage - 1) / kRunPage; }
  [[nodiscard]] std::uint64_t length() const;  ///< of the whole run in bytes

  friend bool operator==(const RunFooter&, const RunFooter&) = default;
};

/// Buckets and codes of each part for about so many postings.
[[nodiscard]] std::array<RunPart, kRunParts> plan_parts(const std::array<std::uint64_t, kRunParts>& postings);

[[nodiscard]] std::string encode_footer(const RunFooter& footer, std::uint64_t table_checksum);

/// The footer, and the checksum of the table of checksums, of a run of these bytes.
struct ReadFooter {
  RunFooter footer;
  std::uint64_t table_checksum = 0;
};

/// Errors: Damaged, Incompatible (another version). What it gives describes bytes that lie inside the run.
[[nodiscard]] Result<ReadFooter> decode_footer(std::string_view run);

}  // namespace wireprint
