#include "archive/run_builder.hpp"

#include <cassert>

#include "archive/varint.hpp"
#include "wireprint/base/hash.hpp"

namespace wireprint {
namespace {

constexpr std::size_t kBuffered = 64 * kRunPage;

void append_number(std::string& out, std::uint64_t value, std::uint64_t bytes) {
  for (std::uint64_t i = 0; i < bytes; ++i) out += static_cast<char>(value >> (8 * i) & 0xffU);
}

}  // namespace

RunBuilder::RunBuilder(const RunPlan& plan, ByteSink sink) : sink_(std::move(sink)) {
  footer_.first_article = plan.first_article;
  footer_.last_article = plan.last_article;
  footer_.segments = {plan_segment(0, plan.bound - 1, plan.postings_below), plan_segment(plan.bound, ~std::uint64_t{0}, plan.postings_above)};
  for (auto& segment : footer_.segments) segment.postings = 0;
  note_offset();
}

std::optional<Error> RunBuilder::add(Posting posting) {
  assert(posting.article >= footer_.first_article && posting.article <= footer_.last_article && "an article of the plan");
  if (posting.shingle > segment().last) {
    if (auto error = close_segment()) return error;
  }
  const RunSegment& in = segment();
  if (const std::uint64_t bucket = in.bucket_of(posting.shingle); bucket != bucket_) {
    if (auto error = open_bucket(bucket)) return error;
  }
  const bool again = in_bucket_ > 0 && posting.shingle == previous_.shingle;
  if (in_bucket_ > 0) bits_.put(again ? 1 : 0, 1);
  if (!again) bits_.put_rice(posting.shingle - (in_bucket_ > 0 ? previous_.shingle + 1 : in.first_of(bucket_)), in.rice_bits);
  bits_.put(posting.article - footer_.first_article, footer_.article_bits());
  previous_ = posting;
  ++in_bucket_;
  return std::nullopt;
}

Result<RunFooter> RunBuilder::finish() {
  while (current_ < footer_.segments.size()) {
    if (auto error = close_segment()) return fail(*error);
  }
  if (auto error = drain()) return fail(*error);
  const std::uint64_t table_checksum = hash_bytes(checksums_);
  for (const auto& bytes : {checksums_, encode_footer(footer_, table_checksum)}) {
    if (auto error = sink_(bytes)) return fail(*error);
  }
  return footer_;
}

std::optional<Error> RunBuilder::open_bucket(std::uint64_t bucket) {
  assert(bucket > bucket_ && "postings rise");
  if (auto error = close_bucket()) return error;
  while (bucket_ < bucket) {
    ++bucket_;
    note_offset();
  }
  return std::nullopt;
}

std::optional<Error> RunBuilder::close_bucket() {
  if (in_bucket_ == 0) return std::nullopt;
  bits_.align();
  std::string head;
  append_varint(head, in_bucket_);
  segment().postings += in_bucket_;
  in_bucket_ = 0;
  if (auto error = write(head)) return error;
  auto error = write(bits_.bytes());
  bits_.bytes().clear();
  return error;
}

std::optional<Error> RunBuilder::close_segment() {
  if (auto error = open_bucket(segment().buckets())) return error;  // of all buckets, and of the end of the last one
  directory_.resize(directory_.size() - kDirectoryEntry);          // which is where the directory begins
  segment().directory = written_;
  if (auto error = write(directory_)) return error;
  directory_.clear();
  bucket_ = 0;
  if (++current_ == footer_.segments.size()) return std::nullopt;
  segment().data = written_;
  note_offset();
  return std::nullopt;
}

void RunBuilder::note_offset() { append_number(directory_, written_ - segment().data, kDirectoryEntry); }

std::optional<Error> RunBuilder::write(std::string_view bytes) {
  buffer_ += bytes;
  written_ += bytes.size();
  if (buffer_.size() < kBuffered + kRunPage) return std::nullopt;
  const std::size_t whole = buffer_.size() / kRunPage * kRunPage;
  std::string rest = buffer_.substr(whole);
  buffer_.resize(whole);
  auto error = drain();
  buffer_ = std::move(rest);
  return error;
}

std::optional<Error> RunBuilder::drain() {
  const std::string_view bytes = buffer_;
  for (std::size_t at = 0; at < bytes.size(); at += kRunPage) append_number(checksums_, hash_bytes(bytes.substr(at, kRunPage)), 4);
  return sink_(bytes);
}

std::string build_run(const RunPlan& plan, std::span<const Posting> postings) {
  std::string bytes;
  RunBuilder builder(plan, [&](std::string_view part) -> std::optional<Error> {
    bytes += part;
    return std::nullopt;
  });
  for (const auto& posting : postings) {
    if (builder.add(posting)) return {};  // memory takes everything
  }
  if (!builder.finish()) return {};
  return bytes;
}

}  // namespace wireprint
