// A run of postings: sorted, immutable, read where it lies.
//
// A page of bytes is held against its checksum when it is first read, and what passes is still decoded with care: a
// damaged run gives an error, never a crash and never another answer. Safe for any number of threads.
#pragma once

#include <algorithm>
#include <atomic>
#include <functional>
#include <memory>
#include <optional>
#include <string_view>
#include <vector>

#include "archive/disk/bits.hpp"
#include "archive/disk/run_layout.hpp"
#include "archive/disk/varint.hpp"

namespace wireprint {

class Run {
 public:
  /// `owner` keeps `bytes` alive. Checks the end and the table of checksums. Errors: Damaged, Incompatible.
  [[nodiscard]] static Result<Run> open(std::string_view bytes, std::shared_ptr<const void> owner);

  [[nodiscard]] const RunFooter& footer() const { return footer_; }
  [[nodiscard]] std::uint64_t size() const { return bytes_.size(); }

  /// Calls `each(doc)`, rising, for the versions in the list of a shortened hash. False for damage.
  template <class Each>
  [[nodiscard]] bool visit(std::uint32_t part, std::uint64_t hash, Each&& each) const {
    const RunPart& in = footer_.parts[part];
    return decode(part, in.bucket_of(hash), [&](RunEntry entry) {
      if (entry.hash == hash) each(entry.doc);
      return entry.hash <= hash;
    });
  }

  /// The day of one of its versions; nothing for damage.
  [[nodiscard]] std::optional<Day> day(DocId doc) const;

  /// Calls `each(entry)` for those of a bucket, rising, until it says false. False for damage.
  template <class Each>
  [[nodiscard]] bool decode(std::uint32_t part, std::uint64_t bucket, Each&& each) const;

  /// Reads everything. Errors: Damaged, with what was found first.
  [[nodiscard]] std::optional<Error> verify() const;

 private:
  Run(std::string_view bytes, std::shared_ptr<const void> owner, RunFooter footer);
  [[nodiscard]] std::uint64_t entry(const RunPart& part, std::uint64_t bucket) const;
  [[nodiscard]] std::optional<std::string_view> bucket_bytes(const RunPart& part, std::uint64_t bucket) const;
  [[nodiscard]] std::optional<std::string_view> trusted(std::uint64_t begin, std::uint64_t end) const;
  [[nodiscard]] bool check_page(std::uint64_t page) const;
  [[nodiscard]] std::optional<Error> verify_part(std::uint32_t part) const;

  std::string_view bytes_;
  std::shared_ptr<const void> owner_;
  RunFooter footer_;
  std::unique_ptr<std::atomic<std::uint64_t>[]> checked_;  // a bit for each page that is as its checksum says
};

template <class Each>
bool Run::decode(std::uint32_t part, std::uint64_t bucket, Each&& each) const {
  const RunPart& in = footer_.parts[part];
  auto bytes = bucket_bytes(in, bucket);
  if (!bytes) return false;
  if (bytes->empty()) return true;
  const auto count = take_varint(*bytes);
  if (!count) return false;
  BitReader bits(*bytes);
  const std::uint64_t first = in.first_of(bucket);
  const std::uint64_t widest = std::min((std::uint64_t{1} << in.bucket_bits) - 1, kLastHash - first);
  const std::uint64_t most_ones = std::uint64_t{1} << (in.bucket_bits - in.rice_bits);
  const int doc_bits = footer_.doc_bits();
  std::uint64_t within = 0;  // of the hash, from the first of the bucket
  for (std::uint64_t i = 0; i < *count; ++i) {
    if (i == 0) {
      within = bits.get_rice(in.rice_bits, most_ones);
    } else if (bits.get(1) == 0) {
      within += 1 + bits.get_rice(in.rice_bits, most_ones);
    }
    const std::uint64_t doc = footer_.first_doc + bits.get(doc_bits);
    if (!bits.ok() || within > widest || doc > footer_.last_doc) return false;
    if (!each(RunEntry{first + within, part, static_cast<DocId>(doc)})) return true;
  }
  return true;
}

/// Reads a run from its first entry to its last.
class RunScanner {
 public:
  explicit RunScanner(const Run& run) : run_(run) { load(); }

  /// The entry that is next; nothing at the end, or where the run is damaged.
  [[nodiscard]] const RunEntry* peek() const { return at_ < held_.size() ? &held_[at_] : nullptr; }
  void advance() {
    if (++at_ == held_.size()) load();
  }
  [[nodiscard]] bool ok() const { return ok_; }

 private:
  void load();

  const Run& run_;
  std::vector<RunEntry> held_;  // a bucket
  std::size_t at_ = 0;
  std::uint32_t part_ = 0;
  std::uint64_t bucket_ = 0;
  bool ok_ = true;
};

}  // namespace wireprint
