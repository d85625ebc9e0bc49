// The slow path of normalisation: a stretch in which marks or jamo combine with what stands before them.
#pragma once

#include <vector>

#include "wireprint/text/token_stream.hpp"

namespace wireprint::unicode {

/// A normalised code point and the source that it comes from.
struct Element {
  char32_t point = 0;
  TextRange range;
};

/// Appends what the code point `point` becomes by itself, all of it from `range`.
void append_normalized(char32_t point, TextRange range, std::vector<Element>& elements);

/// Decomposes, orders the marks, takes marks off the letters that shed them, and composes (canonical forms of
/// UAX #15). `elements` have to begin where nothing before can combine with them, and to end likewise.
/// The range of a composite holds those of its parts, and a letter's range those of the marks taken off it. Where
/// marks changed places, ranges are widened until neither begins nor ends go back.
void combine(std::vector<Element>& elements);

}  // namespace wireprint::unicode
