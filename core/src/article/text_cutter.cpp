#include <fmt/format.h>

#include <utility>

#include "article/collected.hpp"
#include "article/record_cutter.hpp"
#include "article/utf8.hpp"

namespace wireprint {
namespace {

class TextCutter final : public RecordCutter {
 public:
  explicit TextCutter(CutterInput input) : input_(std::move(input)) {}

  std::optional<RawRecord> next() override {
    if (std::exchange(given_, true)) return end();
    const Location where{.file = input_.file, .line = 1};
    Collected text(input_.max_record);
    for (;;) {
      const auto bytes = input_.source.next();
      if (!bytes) damage_ = bytes.error();
      if (!bytes || bytes->empty()) break;
      text.append(*bytes);
    }
    if (damage_ && text.size() == 0) return end();
    if (text.too_large()) return RawRecord{.bytes = {}, .where = where, .error = too_large(text.size(), where), .kind = RawRecord::Kind::Text};
    const RecordPlace place{.end = text.size()};
    std::string body = text.take();
    body.erase(0, body.size() - without_mark(body).size());
    return RawRecord{.bytes = std::move(body), .where = where, .kind = RawRecord::Kind::Text, .place = place};
  }

  [[nodiscard]] const ByteSource& source() const override { return input_.source; }

 private:
  std::optional<RawRecord> end() {
    if (!damage_) return std::nullopt;
    Error damage = *std::exchange(damage_, std::nullopt);
    return RawRecord{.bytes = {}, .where = damage.where, .error = std::move(damage)};
  }

  [[nodiscard]] Error too_large(std::uint64_t size, const Location& where) const {
    return {ErrorCode::TooLarge, fmt::format("the text has {} bytes, at most {} are read", size, input_.max_record), where};
  }

  CutterInput input_;
  std::optional<Error> damage_;
  bool given_ = false;
};

}  // namespace

std::unique_ptr<RecordCutter> make_text_cutter(CutterInput input) { return std::make_unique<TextCutter>(std::move(input)); }

}  // namespace wireprint
