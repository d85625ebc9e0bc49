#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "article/chunk_feed.hpp"
#include "article/collected.hpp"
#include "article/record_cutter.hpp"

namespace wireprint {
namespace {

constexpr std::string_view kBlank = " \t\r\n";
constexpr std::string_view kEndsScalar = " \t\r\n,[]{}\"";

/// Finds the end of one value; what it holds is the parser's business.
class ValueEnd {
 public:
  /// How many of `bytes` belong to the value. done() tells whether it ended there.
  std::size_t take(std::string_view bytes) {
    std::size_t at = 0;
    while (at < bytes.size() && !done_) at += step(bytes.substr(at));
    return at;
  }

  [[nodiscard]] bool done() const { return done_; }

 private:
  std::size_t step(std::string_view rest) {
    if (in_string_) return inside_string(rest);
    const char c = rest.front();
    if (depth_ == 0 && begun_ && kEndsScalar.find(c) != std::string_view::npos) return end(0);
    begun_ = true;
    if (c == '"') in_string_ = true;
    if (c == '{' || c == '[') ++depth_;
    if (c == '}' || c == ']') return depth_ <= 1 ? end(1) : (--depth_, std::size_t{1});
    if (c == '"' || c == '{' || c == '[') return 1;
    const auto next = depth_ == 0 ? rest.find_first_of(kEndsScalar, 1) : rest.find_first_of("\"{}[]", 1);
    return std::min(next, rest.size());
  }

  std::size_t inside_string(std::string_view rest) {
    if (std::exchange(escaped_, false)) return 1;
    const auto mark = rest.find_first_of("\"\\");
    if (mark == std::string_view::npos) return rest.size();
    if (rest[mark] == '\\') {
      escaped_ = true;
      return mark + 1;
    }
    in_string_ = false;
    return depth_ == 0 ? end(mark + 1) : mark + 1;
  }

  std::size_t end(std::size_t taken) {
    done_ = true;
    return taken;
  }

  std::uint64_t depth_ = 0;
  bool in_string_ = false;
  bool escaped_ = false;
  bool begun_ = false;
  bool done_ = false;
};

class JsonCutter final : public RecordCutter {
 public:
  explicit JsonCutter(CutterInput input) : input_(std::move(input)) {}

  std::optional<RawRecord> next() override {
    if (!reach_value()) return finish();
    return value();
  }

  [[nodiscard]] const ByteSource& source() const override { return input_.source; }

 private:
  /// Passes over what stands between values. At the top an array opens or closes; inside one, values are parted by commas.
  bool reach_value() {
    for (; feed_.fill(); drop(1)) {
      const char c = feed_.rest().front();
      if (!in_array_ && c == '[') {
        in_array_ = true;
      } else if (in_array_ && c == ']') {
        in_array_ = false;
      } else if (kBlank.find(c) == std::string_view::npos && !(in_array_ && c == ',')) {
        return true;
      }
    }
    return false;
  }

  RawRecord value() {
    const Location where{.file = input_.file, .line = line_};
    const std::uint64_t begin = feed_.position();
    Collected bytes(input_.max_record);
    ValueEnd end;
    while (!end.done() && feed_.fill()) {
      const std::size_t length = end.take(feed_.rest());
      bytes.append(feed_.rest().substr(0, length));
      drop(length);
    }
    if (bytes.too_large()) return {.bytes = {}, .where = where, .error = too_large(bytes.size(), where), .place = {.begin = begin, .end = feed_.position()}};
    return {.bytes = bytes.take(), .where = where, .place = {.begin = begin, .end = feed_.position()}};
  }

  [[nodiscard]] Error too_large(std::uint64_t size, const Location& where) const {
    return {ErrorCode::TooLarge, fmt::format("the value has {} bytes, at most {} are read", size, input_.max_record), where};
  }

  std::optional<RawRecord> finish() {
    const bool open = std::exchange(in_array_, false);
    if (auto damage = feed_.take_damage()) return of_file(std::move(*damage));
    if (open) return of_file({ErrorCode::BadInput, "the JSON array is not closed: its end is missing", {.file = input_.file}});
    return std::nullopt;
  }

  static RawRecord of_file(Error error) { return {.bytes = {}, .where = error.where, .error = std::move(error)}; }

  void drop(std::size_t count) {
    const auto gone = feed_.rest().substr(0, count);
    line_ += static_cast<std::uint64_t>(std::count(gone.begin(), gone.end(), '\n'));
    feed_.drop(count);
  }

  CutterInput input_;
  ChunkFeed feed_{input_.source};
  std::uint64_t line_ = 1;
  bool in_array_ = false;
};

}  // namespace

std::unique_ptr<RecordCutter> make_json_cutter(CutterInput input) { return std::make_unique<JsonCutter>(std::move(input)); }

}  // namespace wireprint
