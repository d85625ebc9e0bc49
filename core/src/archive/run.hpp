// A run of postings: sorted, immutable, read where it lies.
//
// A page of bytes is held against its checksum when it is first read, and what passes is still decoded with care: a
// damaged run gives an error, never a crash and never another answer. Safe for any number of threads.
#pragma once

#include <atomic>
#include <functional>
#include <memory>
#include <optional>
#include <string_view>
#include <vector>

#include "archive/bits.hpp"
#include "archive/run_layout.hpp"
#include "archive/varint.hpp"

namespace wireprint {

class Run {
 public:
  /// `owner` keeps `bytes` alive. Checks the end and the table of checksums. Errors: Damaged, Incompatible.
  [[nodiscard]] static Result<Run> open(std::string_view bytes, std::shared_ptr<const void> owner);

  [[nodiscard]] const RunFooter& footer() const { return footer_; }
  [[nodiscard]] std::uint64_t size() const { return bytes_.size(); }

  /// Calls `each(article)`, rising, for the articles that hold `shingle`. False for damage.
  template <class Each>
  [[nodiscard]] bool visit(std::uint64_t shingle, Each&& each) const {
    const RunSegment& segment = segment_of(shingle);
    return decode(segment, segment.bucket_of(shingle), [&](Posting posting) {
      if (posting.shingle == shingle) each(posting.article);
      return posting.shingle <= shingle;
    });
  }

  /// Calls `each(posting)` for those of a bucket, rising, until it says false. False for damage.
  template <class Each>
  [[nodiscard]] bool decode(const RunSegment& segment, std::uint64_t bucket, Each&& each) const;

  /// Lets the processor fetch what visit(shingle) will read first, and what it will read next once that is there.
  void fetch_directory(std::uint64_t shingle) const;
  void fetch_bucket(std::uint64_t shingle) const;

  /// Reads everything. Errors: Damaged, with what was found first.
  [[nodiscard]] std::optional<Error> verify() const;

 private:
  Run(std::string_view bytes, std::shared_ptr<const void> owner, RunFooter footer);
  [[nodiscard]] const RunSegment& segment_of(std::uint64_t shingle) const { return footer_.segments[shingle > footer_.segments[0].last ? 1 : 0]; }
  [[nodiscard]] std::uint64_t entry(const RunSegment& segment, std::uint64_t bucket) const;
  [[nodiscard]] std::optional<std::string_view> bucket_bytes(const RunSegment& segment, std::uint64_t bucket) const;
  [[nodiscard]] std::optional<std::string_view> trusted(std::uint64_t begin, std::uint64_t end) const;
  [[nodiscard]] bool check_page(std::uint64_t page) const;

  std::string_view bytes_;
  std::shared_ptr<const void> owner_;
  RunFooter footer_;
  std::unique_ptr<std::atomic<std::uint64_t>[]> checked_;  // a bit for each page that is as its checksum says
};

template <class Each>
bool Run::decode(const RunSegment& segment, std::uint64_t bucket, Each&& each) const {
  auto bytes = bucket_bytes(segment, bucket);
  if (!bytes) return false;
  if (bytes->empty()) return true;
  const auto count = take_varint(*bytes);
  if (!count) return false;
  BitReader bits(*bytes);
  const std::uint64_t first = segment.first_of(bucket);
  const std::uint64_t width = (std::uint64_t{1} << segment.bucket_bits) - 1;
  const std::uint64_t most_ones = std::uint64_t{1} << (segment.bucket_bits - segment.rice_bits);
  const int article_bits = footer_.article_bits();
  std::uint64_t within = 0;  // of the shingle, from the first of the bucket
  for (std::uint64_t i = 0; i < *count; ++i) {
    if (i == 0) {
      within = bits.get_rice(segment.rice_bits, most_ones);
    } else if (bits.get(1) == 0) {
      within += 1 + bits.get_rice(segment.rice_bits, most_ones);
    }
    const std::uint64_t article = footer_.first_article + bits.get(article_bits);
    if (!bits.ok() || within > width || within > segment.last - first || article > footer_.last_article) return false;
    if (!each(Posting{first + within, static_cast<std::uint32_t>(article)})) return true;
  }
  return true;
}

/// Reads a run from its first posting to its last.
class RunScanner {
 public:
  explicit RunScanner(const Run& run) : run_(run) { load(); }

  /// The posting that is next; nothing at the end, or where the run is damaged.
  [[nodiscard]] const Posting* peek() const { return at_ < held_.size() ? &held_[at_] : nullptr; }
  void advance() {
    if (++at_ == held_.size()) load();
  }
  [[nodiscard]] bool ok() const { return ok_; }

 private:
  void load();

  const Run& run_;
  std::vector<Posting> held_;  // a bucket
  std::size_t at_ = 0;
  std::size_t segment_ = 0;
  std::uint64_t bucket_ = 0;
  bool ok_ = true;
};

}  // namespace wireprint
