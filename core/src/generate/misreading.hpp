// Text as a scanner misreads it: letters taken for others, characters lost.
//
// What is written stays valid JSON: no escape is touched. Pure functions of the random numbers.
#pragma once

#include <cstddef>
#include <cstdint>

#include "generate/random.hpp"
#include "generate/vocabulary.hpp"

namespace wireprint {

/// So many of a thousand characters from `begin` to the text's end, here and there.
void misread_evenly(TextBuffer& text, std::size_t begin, std::uint32_t per_mille, Random& random);

/// So many of a thousand on average, in stretches of a page: a smudge, a fold, a faint line. At most 280.
void misread_in_stretches(TextBuffer& text, std::size_t begin, std::uint32_t per_mille, Random& random);

}  // namespace wireprint
