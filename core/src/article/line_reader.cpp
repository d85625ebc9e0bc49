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
  const std::uint64_t begin = position_;
  Collected line(max_record_);
  for (bool whole = false; !whole && fill();) {
    const auto end = rest_.find('\n');
    whole = end != std::string_view::npos;
    line.append(rest_.substr(0, end));
    const std::size_t taken = whole ? end + 1 : rest_.size();
    rest_.remove_prefix(taken);
    position_ += taken;
  }
  if (line.too_large()) {
    return fail({ErrorCode::TooLarge,
                 fmt::format("the line has {} bytes, at most {} are read", line.size(), max_record_),
                 {.file = file_, .line = number_}});
  }
  return std::optional<Line>(Line{line.take_line(), number_, begin, position_});
}

}  // namespace wireprint
