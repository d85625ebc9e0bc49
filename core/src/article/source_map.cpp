#include "wireprint/article/source_map.hpp"

#include <algorithm>
#include <cassert>

namespace wireprint {
namespace {

constexpr unsigned kTwoUnitsFrom = 0xF0;  // the first byte of what UTF-16 writes as two units

bool continues(unsigned char byte) { return (byte & 0xC0U) == 0x80U; }

}  // namespace

void advance(SourcePlace& place, std::string_view text) {
  place.bytes += static_cast<std::uint32_t>(text.size());
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (continues(byte)) continue;
    ++place.points;
    place.utf16 += byte >= kTwoUnitsFrom ? 2 : 1;
  }
}

void SourceMap::append(std::uint32_t length, SourcePlace from, SourcePlace to) {
  assert(from.bytes <= to.bytes && "a piece ends behind its beginning");
  if (length == 0) return;
  const std::uint32_t begin = pieces_.empty() ? 0 : pieces_.back().begin + pieces_.back().length;
  const Piece next{begin, length, from, to};
  if (!pieces_.empty() && pieces_.back().verbatim() && next.verbatim() && pieces_.back().to == from) {
    pieces_.back().length += length;
    pieces_.back().to = to;
    return;
  }
  pieces_.push_back(next);
}

const SourceMap::Piece& SourceMap::piece_at(std::uint32_t offset) const {
  assert(!pieces_.empty() && "an empty map has no places");
  const auto after = std::upper_bound(pieces_.begin() + 1, pieces_.end(), offset, [](std::uint32_t at, const Piece& piece) { return at < piece.begin; });
  return *std::prev(after);
}

SourcePlace SourceMap::inside(const Piece& piece, std::string_view text, std::uint32_t offset) {
  SourcePlace place = piece.from;
  advance(place, text.substr(piece.begin, std::min(offset - piece.begin, piece.length)));
  return place;
}

SourcePlace SourceMap::begin_of(std::string_view text, std::uint32_t offset) const {
  const Piece& piece = piece_at(offset);
  if (!piece.verbatim()) return offset < piece.begin + piece.length ? piece.from : piece.to;
  return inside(piece, text, offset);
}

SourcePlace SourceMap::end_of(std::string_view text, std::uint32_t offset) const {
  if (offset == 0) return pieces_.front().from;
  const Piece& piece = piece_at(offset - 1);
  return piece.verbatim() ? inside(piece, text, offset) : piece.to;
}

}  // namespace wireprint
