#include "archive/disk/run_builder.hpp"

#include <cassert>

#include "archive/disk/varint.hpp"
#include "wireprint/base/hash.hpp"

namespace wireprint {
namespace {

constexpr std::size_t kBuffered = 64 * kRunPage;

void append_number(std::string& out, std::uint64_t value, std::uint64_t bytes) {
  for (std::uint64_t i = 0; i < bytes; ++i) out += static_cast<char>(value >> (8 * i) & 0xffU);
}

}  // namespace

RunBuilder::RunBuilder(const RunPlan& plan, ByteSink sink) : sink_(std::move(sink)) {
  footer_.first_doc = plan.first_doc;
  footer_.last_doc = plan.last_doc;
  footer_.parts = plan_parts(plan.postings);
  note_offset();
}

std::optional<Error> RunBuilder::add(RunEntry entry) {
  assert(entry.doc >= footer_.first_doc && entry.doc <= footer_.last_doc && "a version of the plan");
  while (current_ < entry.part) {
    if (auto error = close_part()) return error;
  }
  const RunPart& in = part();
  if (const std::uint64_t bucket = in.bucket_of(entry.hash); bucket != bucket_) {
    if (auto error = open_bucket(bucket)) return error;
  }
  const bool again = in_bucket_ > 0 && entry.hash == previous_.hash;
  if (in_bucket_ > 0) bits_.put(again ? 1 : 0, 1);
  if (!again) bits_.put_rice(entry.hash - (in_bucket_ > 0 ? previous_.hash + 1 : in.first_of(bucket_)), in.rice_bits);
  bits_.put(entry.doc - footer_.first_doc, footer_.doc_bits());
  previous_ = entry;
  ++in_bucket_;
  return std::nullopt;
}

Result<RunFooter> RunBuilder::finish(std::span<const Day> days) {
  assert(days.size() == footer_.docs() && "a day for each version of the plan");
  while (current_ < kRunParts) {
    if (auto error = close_part()) return fail(*error);
  }
  std::string bytes;
  for (const Day day : days) append_number(bytes, static_cast<std::uint32_t>(day), kDayEntry);
  if (auto error = write(bytes)) return fail(*error);
  if (auto error = drain()) return fail(*error);
  for (const auto& rest : {checksums_, encode_footer(footer_, hash_bytes(checksums_))}) {
    if (auto error = sink_(rest)) return fail(*error);
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
  part().postings += in_bucket_;
  in_bucket_ = 0;
  if (auto error = write(head)) return error;
  auto error = write(bits_.bytes());
  bits_.bytes().clear();
  return error;
}

std::optional<Error> RunBuilder::close_part() {
  if (auto error = open_bucket(part().buckets())) return error;  // of all buckets, and of the end of the last one
  directory_.resize(directory_.size() - kDirectoryEntry);          // which is where the directory begins
  part().directory = written_;
  if (auto error = write(directory_)) return error;
  directory_.clear();
  bucket_ = 0;
  if (++current_ == kRunParts) return std::nullopt;
  part().data = written_;
  note_offset();
  return std::nullopt;
}

void RunBuilder::note_offset() { append_number(directory_, written_ - part().data, kDirectoryEntry); }

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

std::string build_run(const RunPlan& plan, std::span<const RunEntry> entries, std::span<const Day> days) {
  std::string bytes;
  RunBuilder builder(plan, [&](std::string_view part) -> std::optional<Error> {
    bytes += part;
    return std::nullopt;
  });
  std::optional<Error> error;  // never: memory takes everything
  for (const auto& entry : entries) error = builder.add(entry);
  assert(!error && "memory takes everything");
  const auto footer = builder.finish(days);
  assert(footer && "memory takes everything");
  return bytes;
}

}  // namespace wireprint
