#include "archive/run.hpp"

#include <fmt/format.h>

#include "sketch/byte_io.hpp"
#include "wireprint/base/hash.hpp"

namespace wireprint {
namespace {

Error damaged(std::string reason) { return {ErrorCode::Damaged, "run of postings: " + std::move(reason)}; }

std::uint64_t number_at(std::string_view bytes, std::uint64_t at, std::uint64_t size) {
  std::uint64_t value = 0;
  for (std::uint64_t i = 0; i < size; ++i) value |= static_cast<std::uint64_t>(static_cast<unsigned char>(bytes[at + i])) << (8 * i);
  return value;
}

}  // namespace

Run::Run(std::string_view bytes, std::shared_ptr<const void> owner, RunFooter footer)
    : bytes_(bytes), owner_(std::move(owner)), footer_(footer), checked_(new std::atomic<std::uint64_t>[footer.pages() / 64 + 1]()) {}

Result<Run> Run::open(std::string_view bytes, std::shared_ptr<const void> owner) {
  const auto read = decode_footer(bytes);
  if (!read) return fail(read.error());
  const auto& footer = read->footer;
  if (hash_bytes(bytes.substr(footer.segments[1].end(), 4 * footer.pages())) != read->table_checksum) {
    return fail(damaged("the checksum of its checksums differs"));
  }
  return Run(bytes, std::move(owner), footer);
}

std::uint64_t Run::entry(const RunSegment& segment, std::uint64_t bucket) const {
  return number_at(bytes_, segment.directory + kDirectoryEntry * bucket, kDirectoryEntry);
}

std::optional<std::string_view> Run::bucket_bytes(const RunSegment& segment, std::uint64_t bucket) const {
  const bool last = bucket + 1 == segment.buckets();
  const std::uint64_t at = segment.directory + kDirectoryEntry * bucket;
  if (!trusted(at, at + kDirectoryEntry * (last ? 1 : 2))) return std::nullopt;
  const std::uint64_t size = segment.directory - segment.data;
  const std::uint64_t begin = entry(segment, bucket);
  const std::uint64_t end = last ? size : entry(segment, bucket + 1);
  if (begin > end || end > size) return std::nullopt;
  return trusted(segment.data + begin, segment.data + end);
}

std::optional<std::string_view> Run::trusted(std::uint64_t begin, std::uint64_t end) const {
  for (std::uint64_t page = begin / kRunPage; page * kRunPage < end; ++page) {
    const std::uint64_t bit = std::uint64_t{1} << (page % 64);
    if ((checked_[page / 64].load(std::memory_order_relaxed) & bit) != 0) continue;
    if (!check_page(page)) return std::nullopt;
    checked_[page / 64].fetch_or(bit, std::memory_order_relaxed);
  }
  return bytes_.substr(begin, end - begin);
}

bool Run::check_page(std::uint64_t page) const {
  const std::uint64_t end = footer_.segments[1].end();
  const std::uint64_t begin = page * kRunPage;
  const auto bytes = bytes_.substr(begin, std::min(kRunPage, end - begin));
  return (hash_bytes(bytes) & 0xffffffffU) == number_at(bytes_, end + 4 * page, 4);
}

void Run::fetch_directory(std::uint64_t shingle) const {
  const RunSegment& segment = segment_of(shingle);
  __builtin_prefetch(bytes_.data() + segment.directory + kDirectoryEntry * segment.bucket_of(shingle));
}

void Run::fetch_bucket(std::uint64_t shingle) const {
  const RunSegment& segment = segment_of(shingle);
  const std::uint64_t begin = entry(segment, segment.bucket_of(shingle));
  if (begin >= segment.directory - segment.data) return;
  const char* at = bytes_.data() + segment.data + begin;
  __builtin_prefetch(at);
  __builtin_prefetch(at + 64);
}

std::optional<Error> Run::verify() const {
  for (std::uint64_t page = 0; page < footer_.pages(); ++page) {
    if (!check_page(page)) return damaged(fmt::format("the bytes from {} on are not as their checksum says", page * kRunPage));
  }
  for (const auto& segment : footer_.segments) {
    std::uint64_t postings = 0;
    std::optional<Posting> previous;
    bool rising = true;
    for (std::uint64_t bucket = 0; bucket < segment.buckets(); ++bucket) {
      const bool whole = decode(segment, bucket, [&](Posting posting) {
        rising = rising && (!previous || *previous < posting);
        previous = posting;
        ++postings;
        return true;
      });
      if (!whole) return damaged(fmt::format("bucket {} is none", bucket));
    }
    if (!rising) return damaged("its postings do not rise");
    if (postings != segment.postings) return damaged(fmt::format("it says to hold {} postings, and has {}", segment.postings, postings));
  }
  return std::nullopt;
}

void RunScanner::load() {
  held_.clear();
  at_ = 0;
  const auto& segments = run_.footer().segments;
  for (; ok_ && segment_ < segments.size(); ++segment_, bucket_ = 0) {
    for (; ok_ && bucket_ < segments[segment_].buckets() && held_.empty(); ++bucket_) {
      ok_ = run_.decode(segments[segment_], bucket_, [&](Posting posting) {
        held_.push_back(posting);
        return true;
      });
    }
    if (!ok_) held_.clear();
    if (!held_.empty()) return;
  }
}

}  // namespace wireprint
