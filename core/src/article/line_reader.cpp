#include "wireprint/article/line_reader.hpp"

#include <fmt/format.h>

#include <utility>

#include "article/collected.hpp"

namespace wireprint {

LineReader::LineReader(ByteSource source, std::string file, std::size_t max_record)
    : source_(std::move(source)), file_(std::move(file)), max_record_(max_record) {}

bool LineReader::fill() {
  if (!rest_.empty()) return true;
  if (ended_) return false;
  const auto bytes = source_.next();
  if (!bytes) damage_ = bytes.error();
  ended_ = !bytes || bytes->empty();
  if (!ended_) rest_ = *bytes;
  return !ended_;
}

Result<std::optional<Line>> LineReader::finish() {
  if (!damage_) return std::optional<Line>{};
  return fail(*std::exchange(damage_, std::nullopt));
}

Result<std::optional<Line>> LineReader::next() {
  if (!fill()) return finish();
  ++number_;
  Collected line(max_record_);
  for (bool whole = false; !whole && fill();) {
    const auto end = rest_.find('\n');
    whole = end != std::string_view::npos;
    line.append(rest_.substr(0, end));
    rest_.remove_prefix(whole ? end + 1 : rest_.size());
  }
  if (line.too_large()) {
    return fail({ErrorCode::TooLarge,
                 fmt::format("the line has {} bytes, at most {} are read", line.size(), max_record_),
                 {.file = file_, .line = number_}});
  }
  return std::optional<Line>(Line{line.take_line(), number_});
}

}  // namespace wireprint
