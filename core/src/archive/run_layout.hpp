// Where things stand in a run of postings; FORMAT.md has the bytes.
//
// Plain values; any thread.
#pragma once

#include <array>
#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

#include "wireprint/base/result.hpp"

namespace wireprint {

/// One article holds one sampled shingle.
struct Posting {
  std::uint64_t shingle = 0;
  std::uint32_t article = 0;

  friend auto operator<=>(const Posting&, const Posting&) = default;
};

inline constexpr std::uint64_t kRunPage = 4096;      ///< bytes that share a checksum
inline constexpr std::uint64_t kDirectoryEntry = 5;  ///< bytes of an offset in the directory
inline constexpr int kBucketBits = 5;                ///< a bucket is 2^5 average gaps wide: 16 to 32 postings share an entry of the directory

/// The shingles of a run from one hash to the next segment's, or to the end: buckets of equal width in hash, with a
/// directory of where each begins.
struct RunSegment {
  std::uint64_t first = 0;      ///< the least hash
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

  friend bool operator==(const RunSegment&, const RunSegment&) = default;
};

/// The end of a run, from which all else is found. Samples below the bound of the recipe lie close, the few above it (of
/// short texts) far apart: each kind has a segment.
struct RunFooter {
  std::uint32_t first_article = 0;  ///< all articles of the run are this or later ...
  std::uint32_t last_article = 0;   ///< ... and this or earlier
  std::array<RunSegment, 2> segments;

  [[nodiscard]] std::uint64_t postings() const { return segments[0].postings + segments[1].postings; }
  [[nodiscard]] int article_bits() const;  ///< that hold the distance of an article from the first
  [[nodiscard]] std::uint64_t pages() const { return (segments[1].end() + kRunPage - 1) / kRunPage; }
  [[nodiscard]] std::uint64_t length() const;  ///< of the whole run in bytes

  friend bool operator==(const RunFooter&, const RunFooter&) = default;
};

/// Buckets and codes for about `postings` of [first, last].
[[nodiscard]] RunSegment plan_segment(std::uint64_t first, std::uint64_t last, std::uint64_t postings);

[[nodiscard]] std::string encode_footer(const RunFooter& footer, std::uint64_t table_checksum);

/// The footer, and the checksum of the table of checksums, of a run of these bytes.
struct ReadFooter {
  RunFooter footer;
  std::uint64_t table_checksum = 0;
};

/// Errors: Damaged, Incompatible (another version). What it gives describes bytes that lie inside the run.
[[nodiscard]] Result<ReadFooter> decode_footer(std::string_view run);

}  // namespace wireprint
