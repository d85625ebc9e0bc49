// The fast path of normalisation: stretches of code points of which each becomes something whatever stands around it.
#pragma once

#include <cstddef>
#include <string_view>

#include "text/easy_points.hpp"

namespace wireprint::unicode {

/// How far a fast path has come: bytes read, and bytes written.
struct Folded {
  std::size_t at = 0;
  std::size_t size = 0;
};

inline constexpr std::size_t kFoldRoom = 64;  ///< bytes that may be written behind what was asked for

/// Normalises from `at` on, writing to `out` from `from.size` on, until the end of the text or the first code point that
/// it knows nothing of. What is written is never longer than what was read; `out` has room for that and kFoldRoom more.
/// Han is taken for itself; nothing is read outside of the text. `at` is where a code point begins.
[[nodiscard]] Folded fold_easy(const EasyPoints& points, const char* text, std::size_t text_size, Folded from, char* out);

/// Of the last code point that fold_easy() took: its bytes, the bytes it became, and whether marks are taken off it.
struct LastEasy {
  std::size_t read = 0;
  std::size_t written = 0;
  bool sheds_marks = false;
};
[[nodiscard]] LastEasy last_easy(const EasyPoints& points, std::string_view folded);

}  // namespace wireprint::unicode
