// The JSON Schema of the line that `wireprint bench --json` writes.
#pragma once

#include <string_view>

namespace wireprint {

inline constexpr std::string_view kBenchSchema = R"json({
  "$schema": "https://json-schema.org/draft/2020-12/schema",
  "title": "wireprint.bench/1",
  "description": "A set of parameters and what it does on a corpus. Where no cut of the slots reaches the recall, all that depends on one is null.",
  "type": "object",
  "additionalProperties": false,
  "required": ["schema", "articles", "texts", "sampled", "threshold", "shingle", "slots", "recall", "bands", "rows", "solved", "expected",
               "measured", "interval", "pairs", "candidates_per_article", "bytes_per_article", "mb_per_second", "queries_per_second"],
  "properties": {
    "schema": {"const": "wireprint.bench/1"},
    "articles": {"type": "integer", "minimum": 0},
    "texts": {"type": "integer", "minimum": 0},
    "sampled": {"type": "integer", "minimum": 0},
    "threshold": {"$ref": "#/$defs/share"},
    "shingle": {"type": "integer", "minimum": 1},
    "slots": {"type": "integer", "minimum": 16},
    "recall": {"$ref": "#/$defs/share"},
    "bands": {"type": ["integer", "null"], "minimum": 1},
    "rows": {"type": ["integer", "null"], "minimum": 1},
    "solved": {"$ref": "#/$defs/share_or_null"},
    "expected": {"$ref": "#/$defs/share_or_null"},
    "measured": {"$ref": "#/$defs/share_or_null"},
    "interval": {"type": ["array", "null"], "minItems": 2, "maxItems": 2, "items": {"$ref": "#/$defs/share"}},
    "pairs": {"type": "integer", "minimum": 0},
    "candidates_per_article": {"$ref": "#/$defs/positive_or_null"},
    "bytes_per_article": {"$ref": "#/$defs/positive_or_null"},
    "mb_per_second": {"$ref": "#/$defs/positive_or_null"},
    "queries_per_second": {"$ref": "#/$defs/positive_or_null"}
  },
  "$defs": {
    "share": {"type": "number", "minimum": 0, "maximum": 1},
    "share_or_null": {"type": ["number", "null"], "minimum": 0, "maximum": 1},
    "positive_or_null": {"type": ["number", "null"], "minimum": 0}
  }
}
)json";

}  // namespace wireprint
