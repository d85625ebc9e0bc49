#include <utility>

#include "article/record_cutter.hpp"
#include "article/utf8.hpp"
#include "wireprint/article/line_reader.hpp"

namespace wireprint {
namespace {

bool is_blank(const Line& line) {
  std::string_view bytes = line.bytes;
  if (line.number == 1) bytes = without_mark(bytes);
  return bytes.find_first_not_of(" \t\r") == std::string_view::npos;
}

class JsonlCutter final : public RecordCutter {
 public:
  explicit JsonlCutter(CutterInput input)
      : keeps_blank_(input.blank_lines), file_(input.file), lines_(std::move(input.source), std::move(input.file), input.max_record) {}

  std::optional<RawRecord> next() override {
    for (;;) {
      auto line = lines_.next();
      if (!line) return RawRecord{.bytes = {}, .where = line.error().where, .error = std::move(line.error())};
      if (!*line) return std::nullopt;
      if (is_blank(**line) && !keeps_blank_) continue;
      const RecordPlace place{.begin = (*line)->begin, .end = (*line)->end};
      return RawRecord{.bytes = std::move((*line)->bytes), .where = {.file = file_, .line = (*line)->number}, .place = place};
    }
  }

  [[nodiscard]] const ByteSource& source() const override { return lines_.source(); }

 private:
  bool keeps_blank_;
  std::string file_;
  LineReader lines_;
};

}  // namespace

std::unique_ptr<RecordCutter> make_jsonl_cutter(CutterInput input) { return std::make_unique<JsonlCutter>(std::move(input)); }

}  // namespace wireprint
