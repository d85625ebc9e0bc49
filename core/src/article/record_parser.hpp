// From a raw record of any format to an Article.
//
// Pure but for a parser that each thread keeps; callable from any thread.
#pragma once

#include "article/record_fields.hpp"
#include "wireprint/article/article.hpp"
#include "wireprint/article/field_survey.hpp"
#include "wireprint/article/raw_record.hpp"
#include "wireprint/article/reader_options.hpp"

namespace wireprint {

/// How records are understood; what it refers to has to outlive it.
struct RecordRules {
  const FieldMap& map;
  const std::optional<HomeZone>& zone;
};

struct ParsedRecord {
  Article article;
  bool repaired = false;    ///< invalid UTF-8 or JSON that could be mended
  FieldSurvey survey = {};  ///< of this record alone, where it was asked for
};

/// JSON (each thread keeps a parser of some 15 MB address space; a record over 1 MiB gets its own). What is no JSON is
/// mended where it can be, and read once more: its byte order mark is taken off, invalid UTF-8 becomes U+FFFD (one for
/// each maximal subpart), escapes of lone surrogates too, and control characters inside strings are kept as if they
/// had been escaped. A field that is null counts as missing. Fields are strings; ids and outlets may be integers,
/// dates any number (seconds or milliseconds since 1970), bylines and authors lists of strings.
///
/// Errors, all BadInput and with `where`: not JSON even after repair (deeper than 1,024 levels and numbers beyond 64 bits
/// are not taken), not an object; those of RecordFields::build.
[[nodiscard]] Result<ParsedRecord> parse_json(std::string json, Location where, const RecordRules& rules, bool survey = false);

/// A row of CSV, whose cells are strings; an empty one counts as missing. Errors: those of RecordFields::build.
[[nodiscard]] Result<ParsedRecord> parse_row(RawRecord row, const RecordRules& rules, bool survey = false);

/// A text: the body of an article whose key is the file's path, or made of the text where it came from standard input.
/// Errors: those of RecordFields::build.
[[nodiscard]] Result<ParsedRecord> parse_text(RawRecord text, const RecordRules& rules);

/// The one that fits the record, which is no error.
[[nodiscard]] Result<ParsedRecord> parse_record(RawRecord record, const RecordRules& rules, bool survey);

}  // namespace wireprint
