// The bytes of a source, chunk by chunk, without the mark that may stand before the first.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <utility>

#include "article/utf8.hpp"
#include "wireprint/article/byte_source.hpp"

namespace wireprint {

/// Used by one thread at a time.
class ChunkFeed {
 public:
  /// `source` has to outlive the feed.
  explicit ChunkFeed(ByteSource& source) : source_(source) {}

  /// Whether rest() holds a byte; reads on where it was used up. False at the end, and where the source is damaged.
  bool fill() {
    while (rest_.empty() && !ended_) {
      const auto bytes = source_.next();
      if (!bytes) damage_ = bytes.error();
      ended_ = !bytes || bytes->empty();
      if (ended_) break;
      rest_ = std::exchange(at_start_, false) ? without_mark(*bytes) : *bytes;
      position_ += bytes->size() - rest_.size();
    }
    return !rest_.empty();
  }

  /// What is left of the chunk; lives until the next fill().
  [[nodiscard]] std::string_view rest() const { return rest_; }
  void drop(std::size_t count) {
    rest_.remove_prefix(count);
    position_ += count;
  }

  /// Bytes of the source in front of rest(), the mark among them.
  [[nodiscard]] std::uint64_t position() const { return position_; }

  /// Why the source ended early, once.
  [[nodiscard]] std::optional<Error> take_damage() { return std::exchange(damage_, std::nullopt); }

 private:
  ByteSource& source_;
  std::string_view rest_;
  std::optional<Error> damage_;
  std::uint64_t position_ = 0;
  bool at_start_ = true;
  bool ended_ = false;
};

}  // namespace wireprint
