// Bodies that came as HTML, made plain text.
//
// Pure functions; callable from any thread.
#pragma once

#include <string_view>

#include "wireprint/article/article.hpp"
#include "wireprint/base/result.hpp"

namespace wireprint {

/// Whether a body is HTML: it holds a closing tag, or `<br`, `<p>`, `<div` or `<a href`, in any case of letters. A single
/// `<AAPL.O>` makes none.
[[nodiscard]] bool holds_markup(std::string_view body);

/// Takes the mark-up off a body that holds some, with a line feed where a paragraph ended, and decodes character
/// references ("&amp;") in any body; body_source then tells where each byte was. A body without either stays as it is.
///
/// Errors: BadInput, with `article.where`, for elements nested deeper than 1,000 levels.
[[nodiscard]] Result<void> strip_markup(Article& article);

}  // namespace wireprint
