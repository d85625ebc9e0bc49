// JSON Lines: one JSON object a line is one article.
//
// Fields are known by these names, without regard to ASCII case: id, outlet, published, headline, body, language,
// url, byline, author, copyright, updated. Others are not looked at, but have to be JSON. A field that is null
// counts as missing; of two of one name the first that is not null counts.
#pragma once

#include <string>

#include "wireprint/article/article.hpp"
#include "wireprint/base/result.hpp"

namespace wireprint {

struct ParsedLine {
  Article article;
  bool repaired = false;  ///< the line became JSON only by mending, see parse_jsonl()
};

/// Reads one line, without its LF. Pure; callable from any thread (each keeps a parser of some 15 MB address
/// space; a line over 1 MiB gets its own).
///
/// A line that is not JSON is mended where it can be, and read once more: its byte order mark is taken off, invalid
/// UTF-8 becomes U+FFFD (one for each maximal subpart), escapes of lone surrogates too, and control characters inside
/// strings are kept as if they had been escaped.
///
/// All fields are strings. `id` may be an integer too, `published` and `updated` any number (seconds or
/// milliseconds since 1970). A date that is not understood is no error: it stays in `published_as_read`.
/// A line without an id, or with an empty one, gets the key that missing_key() makes.
///
/// Errors, all `BadInput` and with `where`: not JSON even after repair (deeper than 1,024 levels and numbers beyond
/// 64 bits are not taken), not an object, a field of the wrong type (named).
[[nodiscard]] Result<ParsedLine> parse_jsonl(std::string line, Location where);

/// The key of an article that came without one: "~" and 32 hexadecimal digits, a hash of outlet,
/// published_as_read, headline and body.
[[nodiscard]] Key missing_key(const Article& article);

}  // namespace wireprint
