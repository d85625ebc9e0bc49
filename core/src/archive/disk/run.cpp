#include "archive/disk/run.hpp"

#include <fmt/format.h>

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
  if (hash_bytes(bytes.substr(footer.checked_end(), 4 * footer.pages())) != read->table_checksum) {
    return fail(damaged("the checksum of its checksums differs"));
  }
  return Run(bytes, std::move(owner), footer);
}

std::optional<Day> Run::day(DocId doc) const {
  const std::uint64_t at = footer_.days() + kDayEntry * (doc - footer_.first_doc);
  if (doc < footer_.first_doc || doc > footer_.last_doc || !trusted(at, at + kDayEntry)) return std::nullopt;
  return static_cast<Day>(static_cast<std::uint32_t>(number_at(bytes_, at, kDayEntry)));
}

std::uint64_t Run::entry(const RunPart& part, std::uint64_t bucket) const {
  return number_at(bytes_, part.directory + kDirectoryEntry * bucket, kDirectoryEntry);
}

std::optional<std::string_view> Run::bucket_bytes(const RunPart& part, std::uint64_t bucket) const {
  const bool last = bucket + 1 == part.buckets();
  const std::uint64_t at = part.directory + kDirectoryEntry * bucket;
  if (!trusted(at, at + kDirectoryEntry * (last ? 1 : 2))) return std::nullopt;
  const std::uint64_t size = part.directory - part.data;
  const std::uint64_t begin = entry(part, bucket);
  const std::uint64_t end = last ? size : entry(part, bucket + 1);
  if (begin > end || end > size) return std::nullopt;
  return trusted(part.data + begin, part.data + end);
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
  const std::uint64_t end = footer_.checked_end();
  const std::uint64_t begin = page * kRunPage;
  const auto bytes = bytes_.substr(begin, std::min(kRunPage, end - begin));
  return (hash_bytes(bytes) & 0xffffffffU) == number_at(bytes_, end + 4 * page, 4);
}

std::optional<Error> Run::verify() const {
  for (std::uint64_t page = 0; page < footer_.pages(); ++page) {
    if (!check_page(page)) return damaged(fmt::format("the bytes from {} on are not as their checksum says", page * kRunPage));
  }
  for (std::uint32_t part = 0; part < kRunParts; ++part) {
    if (auto error = verify_part(part)) return error;
  }
  return std::nullopt;
}

std::optional<Error> Run::verify_part(std::uint32_t part) const {
  std::uint64_t postings = 0;
  std::optional<RunEntry> previous;
  bool rising = true;
  for (std::uint64_t bucket = 0; bucket < footer_.parts[part].buckets(); ++bucket) {
    const bool whole = decode(part, bucket, [&](RunEntry entry) {
      rising = rising && (!previous || *previous < entry);
      previous = entry;
      ++postings;
      return true;
    });
    if (!whole) return damaged(fmt::format("bucket {} of part {} is none", bucket, part));
  }
  if (!rising) return damaged("its postings do not rise");
  if (postings == footer_.parts[part].postings) return std::nullopt;
  return damaged(fmt::format("it says to hold {} postings, and has {}", footer_.parts[part].postings, postings));
}

void RunScanner::load() {
  held_.clear();
  at_ = 0;
  for (; ok_ && part_ < kRunParts; ++part_, bucket_ = 0) {
    for (; ok_ && bucket_ < run_.footer().parts[part_].buckets() && held_.empty(); ++bucket_) {
      ok_ = run_.decode(part_, bucket_, [&](RunEntry entry) {
        held_.push_back(entry);
        return true;
      });
    }
    if (!ok_) held_.clear();
    if (!held_.empty()) return;
  }
}

}  // namespace wireprint
