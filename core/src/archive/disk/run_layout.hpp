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

/// A run has a part for each kind of posting. Sampled shingles have two: those below the bound of the recipe lie close,
/// the few above it (of short texts) far apart.
inline constexpr std::size_t kRunParts = 4;

/// One version stands in the list of one hash.
struct RunEntry {
  std::uint64_t hash = 0;
  std::uint32_t part = 0;
  DocId doc = 0;

  friend bool operator==(const RunEntry&, const RunEntry&) = default;
  friend auto operator<=>(const RunEntry& a, const RunEntry& b) { return std::tie(a.part, a.hash, a.doc) <=> std::tie(b.part, b.hash, b.doc); }
};

/// `bound` is sample_bound() of the recipe.
[[nodiscard]] std::uint32_t part_of(PostingKind kind, std::uint64_t hash, std::uint64_t bound);

/// The hashes of a run from one to another: buckets of equal width in hash, with a directory of where each begins.
struct RunPart {
  std::uint64_t first = 0;      ///< the least hash that may stand here
  std::uint64_t last = 0;       ///< the greatest
  std::uint64_t postings = 0;
  std::uint64_t data = 0;       ///< offset of the first bucket's bytes
  std::uint64_t directory = 0;  ///< offset of the directory; the data ends there
  std::uint8_t bucket_bits = 0; ///< a bucket is 2^bucket_bits hashes wide, 0 to 63
  std::uint8_t rice_bits = 0;   ///< of the code for gaps between hashes, 0 to bucket_bits

  [[nodiscard]] std::uint64_t buckets() const { return ((last - first) >> bucket_bits) + 1; }
  [[nodiscard]] std::uint64_t bucket_of(std::uint64_t hash) const { return (hash - first) >> bucket_bits; }
  [[nodiscard]] std::uint64_t first_of(std::uint64_t bucket) const { return first + (bucket << bucket_bits); }
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
[[nodiscard]] std::array<RunPart, kRunParts> plan_parts(std::uint64_t bound, const std::array<std::uint64_t, kRunParts>& postings);

[[nodiscard]] std::string encode_footer(const RunFooter& footer, std::uint64_t table_checksum);

/// The footer, and the checksum of the table of checksums, of a run of these bytes.
struct ReadFooter {
  RunFooter footer;
  std::uint64_t table_checksum = 0;
};

/// Errors: Damaged, Incompatible (another version). What it gives describes bytes that lie inside the run.
[[nodiscard]] Result<ReadFooter> decode_footer(std::string_view run);

}  // namespace wireprint
