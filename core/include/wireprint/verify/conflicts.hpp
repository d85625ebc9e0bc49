// Same words around other facts: the mark of a template.
//
// A place is a gap of at most kLongestGap words on either side between two aligned runs.
// Pure functions; callable from any thread.
#pragma once

#include <cstdint>
#include <span>

#include "wireprint/verify/alignment.hpp"
#include "wireprint/verify/prepared_text.hpp"

namespace wireprint {

struct Conflicts {
  /// Places where both texts have numbers, and other ones: their runs of digits differ, in whatever order and however divided.
  /// The first word of a line numbers a list and does not count.
  /// Of texts whose words are spelled out: 0 where as many numbers and more stand in both as they are.
  std::uint32_t numbers = 0;
  std::uint32_t subjects = 0;  ///< places where each text has a word of its own headline that stands nowhere in the other
};

[[nodiscard]] Conflicts count_conflicts(std::span<const AlignedRun> runs, const PreparedText& a, const PreparedText& b);

}  // namespace wireprint
