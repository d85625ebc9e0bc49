#include "report/passage_lines.hpp"

#include "report/offsets.hpp"

namespace wireprint {
namespace {

struct PassageEnds {
  std::vector<std::uint64_t> a;  ///< begin and end of each passage in turn
  std::vector<std::uint64_t> b;
};

PassageEnds ends_of(const Article& one, const Article& other, const std::vector<Passage>& passages, OffsetUnit unit) {
  std::vector<std::uint32_t> a;
  std::vector<std::uint32_t> b;
  for (const Passage& passage : passages) {
    a.insert(a.end(), {passage.a.begin, passage.a.end});
    b.insert(b.end(), {passage.b.begin, passage.b.end});
  }
  return {convert_ranges(one, a, unit), convert_ranges(other, b, unit)};
}

}  // namespace

void write_passages(JsonLine& line, const Article& a, const Article& b, const std::vector<Passage>& passages, OffsetUnit unit) {
  const PassageEnds ends = ends_of(a, b, passages, unit);
  line.begin_array("passages");
  for (std::size_t i = 0; i < passages.size(); ++i) {
    line.begin_object();
    line.range("a", ends.a[2 * i], ends.a[2 * i + 1]);
    line.range("b", ends.b[2 * i], ends.b[2 * i + 1]);
    line.count("words", passages[i].words);
    line.flag("quoted", passages[i].quoted);
    line.end_object();
  }
  line.end_array();
}

}  // namespace wireprint
