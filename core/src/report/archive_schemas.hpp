// The JSON Schemas of the lines that speak of an archive.
#pragma once

#include <string_view>

namespace wireprint {

inline constexpr std::string_view kCheckSchema = R"json({
  "$schema": "https://json-schema.org/draft/2020-12/schema",
  "title": "wireprint.check/1",
  "description": "What the archive has of one article; in each match, a is the archived article and b the one in question.",
  "type": "object",
  "additionalProperties": false,
  "required": ["schema", "line", "key", "status", "error", "verdict", "known_share", "cluster", "original", "agency", "matches", "others"],
  "properties": {
    "schema": {"const": "wireprint.check/1"},
    "line": {"type": "integer", "minimum": 1},
    "key": {"$ref": "#/$defs/key_or_null"},
    "status": {"enum": ["ok", "short", "empty", "no_content", "superseded", "error"]},
    "error": {"type": ["string", "null"]},
    "verdict": {"enum": ["copy", "partial", "quote", "template", "different", null]},
    "known_share": {"type": ["number", "null"], "minimum": 0, "maximum": 1},
    "cluster": {"type": ["string", "null"]},
    "original": {"$ref": "#/$defs/key_or_null"},
    "agency": {"type": ["string", "null"]},
    "matches": {"type": "array", "items": {"$ref": "#/$defs/match"}},
    "others": {"type": "array", "items": {"$ref": "#/$defs/others"}}
  },
  "$defs": {
    "key_or_null": {"type": ["string", "number", "null"]},
    "share": {"type": "number", "minimum": 0, "maximum": 1},
    "bounds": {"type": ["array", "null"], "minItems": 2, "maxItems": 2, "items": {"$ref": "#/$defs/share"}},
    "count": {"type": "integer", "minimum": 0},
    "range": {"type": "array", "minItems": 2, "maxItems": 2, "items": {"$ref": "#/$defs/count"}},
    "passage": {
      "type": "object",
      "additionalProperties": false,
      "required": ["a", "b", "words", "quoted"],
      "properties": {
        "a": {"$ref": "#/$defs/range"},
        "b": {"$ref": "#/$defs/range"},
        "words": {"$ref": "#/$defs/count"},
        "quoted": {"type": "boolean"}
      }
    },
    "others": {
      "type": "object",
      "additionalProperties": false,
      "required": ["cluster", "articles"],
      "properties": {
        "cluster": {"type": "string", "minLength": 1},
        "articles": {"type": "integer", "minimum": 1}
      }
    },
    "match": {
      "type": "object",
      "additionalProperties": false,
      "required": ["key", "outlet", "published", "headline", "url", "cluster", "verdict", "role", "probability", "copied",
                   "kept", "lag_seconds", "lag_days", "passages", "version", "estimated", "copied_bounds", "kept_bounds"],
      "properties": {
        "key": {"type": ["string", "number"]},
        "outlet": {"type": ["string", "null"]},
        "published": {
          "type": ["string", "null"],
          "pattern": "^-?\\d{4,}-\\d\\d-\\d\\d(T\\d\\d:\\d\\d(:\\d\\d)?(Z|[+-]\\d\\d:\\d\\d)?)?$"
        },
        "headline": {"type": ["string", "null"]},
        "url": {"type": ["string", "null"]},
        "cluster": {"type": ["string", "null"]},
        "verdict": {"enum": ["copy", "partial", "quote", "template", "different"]},
        "role": {"enum": ["verbatim", "trimmed", "extended", "updated", "rewritten", null]},
        "probability": {"type": ["number", "null"], "minimum": 0, "maximum": 1},
        "copied": {"$ref": "#/$defs/share"},
        "kept": {"$ref": "#/$defs/share"},
        "lag_seconds": {"type": ["integer", "null"]},
        "lag_days": {"type": ["integer", "null"]},
        "passages": {"type": "array", "items": {"$ref": "#/$defs/passage"}},
        "version": {"type": "integer", "minimum": 1},
        "estimated": {"type": "boolean"},
        "copied_bounds": {"$ref": "#/$defs/bounds"},
        "kept_bounds": {"$ref": "#/$defs/bounds"}
      }
    }
  }
}
)json";

inline constexpr std::string_view kEventSchema = R"json({
  "$schema": "https://json-schema.org/draft/2020-12/schema",
  "title": "wireprint.event/1",
  "description": "A step by which an archive changed; seq counts them without a gap.",
  "type": "object",
  "additionalProperties": false,
  "required": ["schema", "seq", "event", "key", "cluster", "from", "original", "role"],
  "properties": {
    "schema": {"const": "wireprint.event/1"},
    "seq": {"type": ["integer", "null"], "minimum": 1},
    "event": {"enum": ["new", "joined", "merged", "split", "moved", "version", "unchanged", "removed", "skipped"]},
    "key": {"type": ["string", "number", "null"]},
    "cluster": {"type": ["string", "null"]},
    "from": {"type": "array", "items": {"type": "string", "minLength": 1}},
    "original": {"type": ["string", "number", "null"]},
    "role": {"enum": ["original", "verbatim", "trimmed", "extended", "updated", "rewritten", null]}
  }
}
)json";

inline constexpr std::string_view kRecordSchema = R"json({
  "$schema": "https://json-schema.org/draft/2020-12/schema",
  "title": "wireprint.record/1",
  "description": "A version of an article as an archive keeps it; it can be read as input again.",
  "type": "object",
  "additionalProperties": false,
  "required": ["schema", "id", "version", "outlet", "published", "updated", "url", "language", "headline", "byline", "author",
               "copyright", "body"],
  "properties": {
    "schema": {"const": "wireprint.record/1"},
    "id": {"type": ["string", "number"]},
    "version": {"type": "integer", "minimum": 1},
    "outlet": {"type": ["string", "null"]},
    "published": {"type": ["string", "null"]},
    "updated": {"type": ["string", "null"]},
    "url": {"type": ["string", "null"]},
    "language": {"type": ["string", "null"]},
    "headline": {"type": ["string", "null"]},
    "byline": {"type": ["string", "null"]},
    "author": {"type": ["string", "null"]},
    "copyright": {"type": ["string", "null"]},
    "body": {"type": ["string", "null"]}
  }
}
)json";

}  // namespace wireprint
