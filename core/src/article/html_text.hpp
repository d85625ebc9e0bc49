// The text that a browser would show of HTML.
//
// Pure functions; callable from any thread.
#pragma once

#include <string_view>

#include "article/stripped_text.hpp"

namespace wireprint {

/// Whether elements are nested so deep that the parser's recursion might not end well. Elements that HTML closes by
/// itself (p, li, br ...) are not counted.
[[nodiscard]] bool nests_too_deep(std::string_view html);

/// Appends the text of `html`, which is the whole source of `text`, in the order of the source: without tags, comments,
/// scripts and styles, character references decoded, a line feed between blocks (paragraphs, items, rows) and for each
/// <br>, a tab between cells. Where there is no block, line feeds of the source are kept; else they are spaces, as HTML
/// has them. An unknown tag with a point in it, <AAPL.O>, is text.
void append_html_text(std::string_view html, StrippedText& text);

}  // namespace wireprint
