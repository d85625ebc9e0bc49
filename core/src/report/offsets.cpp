#include "report/offsets.hpp"

#include <algorithm>
#include <numeric>

namespace wireprint {
namespace {

// What a byte adds: a character is counted at its first byte, and one beyond the basic plane is two units of UTF-16.
std::uint64_t units_begun_by(char c, OffsetUnit unit) {
  const auto byte = static_cast<unsigned char>(c);
  if ((byte & 0xC0U) == 0x80U) return 0;
  return unit == OffsetUnit::Utf16 && byte >= 0xF0U ? 2 : 1;
}

std::vector<std::size_t> order_of(const std::vector<std::uint32_t>& bytes) {
  std::vector<std::size_t> order(bytes.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::sort(order.begin(), order.end(), [&](std::size_t x, std::size_t y) { return bytes[x] < bytes[y]; });
  return order;
}

std::uint64_t counted_in(OffsetUnit unit, const SourcePlace& place) {
  switch (unit) {
    case OffsetUnit::Bytes: return place.bytes;
    case OffsetUnit::Utf16: return place.utf16;
    case OffsetUnit::CodePoints: break;
  }
  return place.points;
}

}  // namespace

std::vector<std::uint64_t> convert_offsets(std::string_view body, const std::vector<std::uint32_t>& bytes,
                                           OffsetUnit unit) {
  if (unit == OffsetUnit::Bytes) return {bytes.begin(), bytes.end()};
  std::vector<std::uint64_t> converted(bytes.size());
  std::size_t at = 0;
  std::uint64_t count = 0;
  for (const std::size_t place : order_of(bytes)) {
    const std::size_t end = std::min<std::size_t>(bytes[place], body.size());
    for (; at < end; ++at) count += units_begun_by(body[at], unit);
    converted[place] = count;
  }
  return converted;
}

std::vector<std::uint64_t> convert_ranges(const Article& article, const std::vector<std::uint32_t>& ends, OffsetUnit unit) {
  const SourceMap& source = article.body_source;
  if (source.empty()) return convert_offsets(article.body, ends, unit);
  std::vector<std::uint64_t> converted;
  for (std::size_t i = 0; i < ends.size(); ++i) {
    const SourcePlace place = i % 2 == 0 ? source.begin_of(article.body, ends[i]) : source.end_of(article.body, ends[i]);
    converted.push_back(counted_in(unit, place));
  }
  return converted;
}

}  // namespace wireprint
