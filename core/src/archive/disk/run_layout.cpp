#include "archive/disk/run_layout.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <bit>

#include "sketch/byte_io.hpp"
#include "wireprint/base/hash.hpp"

namespace wireprint {
namespace {

constexpr std::string_view kMagic = "WPRUN";
constexpr std::uint32_t kVersion = 2;
constexpr std::uint64_t kPartSize = 3 * 8 + 2;
constexpr std::uint64_t kFooterSize = 8 + 2 * 4 + kRunParts * kPartSize + 4 + 5 + 8;  // table checksum ... version, magic, checksum

tl::unexpected<Error> damaged(std::string reason) { return fail({ErrorCode::Damaged, "run of postings: " + std::move(reason)}); }

void put(ByteWriter& out, const RunPart& part) {
  for (const std::uint64_t n : {part.postings, part.data, part.directory}) out.put(n);
  out.put(part.bucket_bits);
  out.put(part.rice_bits);
}

RunPart get_part(ByteReader& in) {
  RunPart part;
  for (auto* n : {&part.postings, &part.data, &part.directory}) *n = in.get<std::uint64_t>();
  part.bucket_bits = in.get<std::uint8_t>();
  part.rice_bits = in.get<std::uint8_t>();
  return part;
}

// Sums that cannot overflow, since each addend is compared with the length of the run first.
bool lies_inside(const RunPart& part, std::uint64_t begin, std::uint64_t length) {
  if (part.bucket_bits > kHashBits || part.rice_bits > part.bucket_bits) return false;
  if (part.data != begin || part.directory < part.data || part.directory > length) return false;
  return part.buckets() <= (length - part.directory) / kDirectoryEntry;
}

bool fits(const RunFooter& footer, std::uint64_t length) {
  std::uint64_t begin = 0;
  for (const auto& part : footer.parts) {
    if (!lies_inside(part, begin, length)) return false;
    begin = part.end();
  }
  return footer.first_doc <= footer.last_doc && footer.docs() <= length && footer.length() == length;
}

RunPart plan_part(std::uint64_t postings) {
  RunPart part;
  const std::uint64_t gap = kLastHash / std::max<std::uint64_t>(1, postings);  // between neighbours, on average
  const int gap_bits = std::bit_width(gap);
  const int bucket_bits = std::min(kHashBits, gap_bits + kBucketBits);
  part.bucket_bits = static_cast<std::uint8_t>(bucket_bits);
  part.rice_bits = static_cast<std::uint8_t>(std::clamp(gap_bits - 1, 0, bucket_bits));  // log2(gap * ln 2), nearly
  return part;
}

}  // namespace

std::uint64_t RunFooter::postings() const {
  std::uint64_t sum = 0;
  for (const auto& part : parts) sum += part.postings;
  return sum;
}

int RunFooter::doc_bits() const { return std::bit_width(last_doc - first_doc); }

std::uint64_t RunFooter::length() const { return checked_end() + 4 * pages() + kFooterSize; }

std::array<RunPart, kRunParts> plan_parts(const std::array<std::uint64_t, kRunParts>& postings) {
  return {plan_part(postings[0]), plan_part(postings[1]), plan_part(postings[2])};
}

std::string encode_footer(const RunFooter& footer, std::uint64_t table_checksum) {
  ByteWriter out;
  out.put(table_checksum);
  out.put(footer.first_doc);
  out.put(footer.last_doc);
  for (const auto& part : footer.parts) put(out, part);
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
  read.footer.first_doc = in.get<std::uint32_t>();
  read.footer.last_doc = in.get<std::uint32_t>();
  for (auto& part : read.footer.parts) part = get_part(in);
  if (!fits(read.footer, run.size())) return damaged("its end describes other bytes than there are");
  return read;
}

}  // namespace wireprint
