#include "wireprint/article/article_reader.hpp"

#include <algorithm>
#include <filesystem>
#include <utility>

#include "wireprint/article/jsonl.hpp"

namespace wireprint {
namespace {

constexpr std::string_view kByteOrderMark = "\xef\xbb\xbf";

bool is_blank(const Line& line) {
  std::string_view bytes = line.bytes;
  if (line.number == 1 && bytes.starts_with(kByteOrderMark)) bytes.remove_prefix(kByteOrderMark.size());
  return bytes.find_first_not_of(" \t\r") == std::string_view::npos;
}

std::uint64_t size_of_all(const std::vector<std::string>& inputs) {
  std::uint64_t total = 0;
  for (const auto& path : inputs) {
    std::error_code error;
    if (path == "-" || !std::filesystem::is_regular_file(path, error)) return 0;
    const auto size = std::filesystem::file_size(path, error);
    if (error) return 0;
    total += size;
  }
  return total;
}

}  // namespace

ArticleReader::ArticleReader(std::vector<std::string> inputs, ReaderOptions options)
    : inputs_(std::move(inputs)), options_(options), bytes_total_(size_of_all(inputs_)) {}

std::optional<Error> ArticleReader::open_next() {
  const std::string& path = inputs_[next_input_++];
  auto source = ByteSource::open(path);
  if (!source) return source.error();
  lines_.emplace(std::move(*source), path, options_.max_record);
  return std::nullopt;
}

void ArticleReader::close_current() {
  bytes_of_finished_ += lines_->source().bytes_read();
  lines_.reset();
}

std::optional<RawRecord> ArticleReader::next_of_current() {
  const std::string& path = inputs_[next_input_ - 1];
  for (;;) {
    auto line = lines_->next();
    bytes_read_ = bytes_of_finished_ + lines_->source().bytes_read();
    if (!line) return RawRecord{.bytes = {}, .where = line.error().where, .error = std::move(line.error())};
    if (!*line) return std::nullopt;
    if (is_blank(**line)) continue;
    return RawRecord{.bytes = std::move((*line)->bytes), .where = {.file = path, .line = (*line)->number}};
  }
}

std::optional<RawRecord> ArticleReader::next_record() {
  for (;;) {
    if (lines_) {
      if (auto record = next_of_current()) return record;
      close_current();
    }
    if (next_input_ == inputs_.size()) return std::nullopt;
    if (auto error = open_next()) return RawRecord{.bytes = {}, .where = error->where, .error = std::move(error)};
  }
}

Result<Article> ArticleReader::parse(RawRecord record) {
  if (record.error && record.error->where.line == 0) {
    ++bad_files_;
    return fail(std::move(*record.error));
  }
  ++records_;
  auto parsed = record.error ? Result<ParsedLine>(fail(std::move(*record.error)))
                             : parse_jsonl(std::move(record.bytes), std::move(record.where));
  if (!parsed) {
    ++bad_records_;
    return fail(std::move(parsed.error()));
  }
  if (parsed->repaired) ++repaired_;
  return std::move(parsed->article);
}

std::optional<Result<Article>> ArticleReader::next() {
  auto record = next_record();
  if (!record) return std::nullopt;
  return parse(std::move(*record));
}

ReaderCounts ArticleReader::counts() const {
  return {.records = records_, .bad_records = bad_records_, .repaired = repaired_, .bad_files = bad_files_};
}

Progress ArticleReader::progress() const { return {.stage = "read", .done = bytes_read_, .total = bytes_total_}; }

}  // namespace wireprint
