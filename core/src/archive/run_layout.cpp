#include "archive/run_layout.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <bit>

#include "sketch/byte_io.hpp"
#include "wireprint/base/hash.hpp"

namespace wireprint {
namespace {

constexpr std::string_view kMagic = "WPRUN";
constexpr std::uint32_t kVersion = 1;
constexpr std::uint64_t kSegmentSize = 5 * 8 + 2;
constexpr std::uint64_t kFooterSize = 8 + 2 * 4 + 2 * kSegmentSize + 4 + 5 + 8;  // table checksum ... version, magic, checksum

tl::unexpected<Error> damaged(std::string reason) { return fail({ErrorCode::Damaged, "run of postings: " + std::move(reason)}); }

void put(ByteWriter& out, const RunSegment& segment) {
  for (const std::uint64_t n : {segment.first, segment.last, segment.postings, segment.data, segment.directory}) out.put(n);
  out.put(segment.bucket_bits);
  out.put(segment.rice_bits);
}

RunSegment get_segment(ByteReader& in) {
  RunSegment segment;
  for (auto* n : {&segment.first, &segment.last, &segment.postings, &segment.data, &segment.directory}) *n = in.get<std::uint64_t>();
  segment.bucket_bits = in.get<std::uint8_t>();
  segment.rice_bits = in.get<std::uint8_t>();
  return segment;
}

// Sums that cannot overflow, since each part is compared with the length of the run first.
bool lies_inside(const RunSegment& segment, std::uint64_t begin, std::uint64_t length) {
  if (segment.first > segment.last || segment.bucket_bits > 63 || segment.rice_bits > segment.bucket_bits) return false;
  if (segment.data != begin || segment.directory < segment.data || segment.directory > length) return false;
  return segment.buckets() != 0 && segment.buckets() <= (length - segment.directory) / kDirectoryEntry;
}

bool fits(const RunFooter& footer, std::uint64_t length) {
  const auto& [low, high] = footer.segments;
  return footer.first_article <= footer.last_article && lies_inside(low, 0, length) && lies_inside(high, low.end(), length) &&
         low.last < high.first && footer.length() == length;
}

}  // namespace

int RunFooter::article_bits() const { return std::bit_width(last_article - first_article); }

std::uint64_t RunFooter::length() const { return segments[1].end() + 4 * pages() + kFooterSize; }

RunSegment plan_segment(std::uint64_t first, std::uint64_t last, std::uint64_t postings) {
  RunSegment segment{.first = first, .last = last, .postings = postings};
  const std::uint64_t gap = postings == 0 ? last - first : (last - first) / postings;  // between neighbours, on average
  const int gap_bits = std::bit_width(gap);
  const int bucket_bits = std::min(63, gap_bits + kBucketBits);
  segment.bucket_bits = static_cast<std::uint8_t>(bucket_bits);
  segment.rice_bits = static_cast<std::uint8_t>(std::clamp(gap_bits - 1, 0, bucket_bits));  // log2(gap * ln 2), nearly
  return segment;
}

std::string encode_footer(const RunFooter& footer, std::uint64_t table_checksum) {
  ByteWriter out;
  out.put(table_checksum);
  out.put(footer.first_article);
  out.put(footer.last_article);
  for (const auto& segment : footer.segments) put(out, segment);
  out.put(kVersion);
  out.put_bytes(kMagic);
  out.put(hash_bytes(out.bytes()));
  return out.bytes();
}

Result<ReadFooter> decode_footer(std::string_view run) {
  if (run.size() < kFooterSize) return damaged(fmt::format("cut short: {} bytes", run.size()));
  const auto bytes = run.substr(run.size() - kFooterSize);
  const auto checked = bytes.substr(0, kFooterSize - 8);
  if (checked.substr(checked.size() - kMagic.size()) != kMagic) return damaged("does not end as one does: cut short, or another file");
  const auto version = ByteReader(checked.substr(checked.size() - kMagic.size() - 4)).get<std::uint32_t>();
  if (version != kVersion) return fail({ErrorCode::Incompatible, fmt::format("run of postings: version {}; this library reads {}", version, kVersion)});
  if (ByteReader(bytes.substr(checked.size())).get<std::uint64_t>() != hash_bytes(checked)) return damaged("the checksum of its end differs");
  ByteReader in(checked);
  ReadFooter read;
  read.table_checksum = in.get<std::uint64_t>();
  read.footer.first_article = in.get<std::uint32_t>();
  read.footer.last_article = in.get<std::uint32_t>();
  for (auto& segment : read.footer.segments) segment = get_segment(in);
  if (!fits(read.footer, run.size())) return damaged("its end describes other bytes than there are");
  return read;
}

}  // namespace wireprint
