#include "wireprint/article/line_reader.hpp"

#include <fmt/format.h>

#include <utility>

namespace wireprint {
namespace {

// Parsers want room behind a line; with it in place from the start they need no copy.
constexpr std::size_t kParserRoom = 64;

/// Collects the pieces of one line, and forgets them when they are too many.
class Collected {
 public:
  explicit Collected(std::size_t most) : most_(most) {}

  void append(std::string_view piece) {
    size_ += piece.size();
    if (size_ > most_) {
      std::string().swap(bytes_);
      return;
    }
    if (bytes_.empty()) bytes_.reserve(piece.size() + kParserRoom);
    bytes_.append(piece);
  }

  [[nodiscard]] bool too_large() const { return size_ > most_; }
  [[nodiscard]] std::uint64_t size() const { return size_; }

  std::string take() {
    if (bytes_.ends_with('\r')) bytes_.pop_back();
    return std::move(bytes_);
  }

 private:
  std::size_t most_;
  std::uint64_t size_ = 0;
  std::string bytes_;
};

}  // namespace

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
  return std::optional<Line>(Line{line.take(), number_});
}

}  // namespace wireprint
