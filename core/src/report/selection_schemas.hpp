// The JSON Schemas of what deduplication left out, of what it writes into lines, and of a run's record.
#pragma once

#include <string_view>

namespace wireprint {

inline constexpr std::string_view kRemovedSchema = R"json({
  "$schema": "https://json-schema.org/draft/2020-12/schema",
  "title": "wireprint.removed/1",
  "description": "An article that deduplication left out, and the one that was kept in its place.",
  "type": "object",
  "additionalProperties": false,
  "required": ["schema", "key", "kept", "reference", "cluster", "role", "copied", "status", "outlet", "words", "file", "line", "bytes"],
  "properties": {
    "schema": {"const": "wireprint.removed/1"},
    "key": {"type": ["string", "number"]},
    "kept": {"type": ["string", "number"]},
    "reference": {"type": "boolean"},
    "cluster": {"type": ["string", "null"]},
    "role": {"enum": ["verbatim", "trimmed", "extended", "updated", "rewritten"]},
    "copied": {"type": "number", "minimum": 0, "maximum": 1},
    "status": {"enum": ["ok", "short", "no_content", "superseded"]},
    "outlet": {"type": ["string", "null"]},
    "words": {"type": "integer", "minimum": 1},
    "file": {"type": "string"},
    "line": {"type": "integer", "minimum": 1},
    "bytes": {"type": "integer", "minimum": 0}
  }
}
)json";

inline constexpr std::string_view kAnnotationSchema = R"json({
  "$schema": "https://json-schema.org/draft/2020-12/schema",
  "title": "wireprint.annotation/1",
  "description": "The object that --annotate adds to a record, under the name wireprint.",
  "type": "object",
  "additionalProperties": false,
  "required": ["cluster", "cluster_size", "role", "selected"],
  "properties": {
    "cluster": {"type": ["string", "null"]},
    "cluster_size": {"type": ["integer", "null"], "minimum": 1},
    "role": {"enum": ["original", "verbatim", "trimmed", "extended", "updated", "rewritten", null]},
    "selected": {"type": "boolean"}
  }
}
)json";

inline constexpr std::string_view kStatsSchema = R"json({
  "$schema": "https://json-schema.org/draft/2020-12/schema",
  "title": "wireprint.stats/1",
  "description": "The record of a run: what made it, from what, and what it found.",
  "type": "object",
  "additionalProperties": false,
  "required": ["schema", "version", "recipe", "options", "inputs", "records", "statuses", "skipped", "undated", "repaired",
               "references", "exact_copies", "candidates", "verified_edges", "cut_edges", "clusters", "largest_cluster", "kept",
               "dropped", "outlets", "warnings", "seconds", "stages", "peak_memory_bytes"],
  "properties": {
    "schema": {"const": "wireprint.stats/1"},
    "version": {"type": "string"},
    "recipe": {
      "type": "object",
      "additionalProperties": false,
      "required": ["hash", "text", "unicode", "shingle_words", "seed", "minhash_slots", "sample_one_in", "sample_floor", "spread_rate"],
      "properties": {
        "hash": {"type": "string", "pattern": "^[0-9a-f]{32}$"},
        "text": {"type": "string"},
        "unicode": {"type": "string"},
        "shingle_words": {"$ref": "#/$defs/count"},
        "seed": {"$ref": "#/$defs/count"},
        "minhash_slots": {"$ref": "#/$defs/count"},
        "sample_one_in": {"$ref": "#/$defs/count"},
        "sample_floor": {"$ref": "#/$defs/count"},
        "spread_rate": {"$ref": "#/$defs/count"}
      }
    },
    "options": {"type": "object", "additionalProperties": {"type": ["string", "number", "boolean", "null"]}},
    "inputs": {
      "type": "array",
      "items": {
        "type": "object",
        "additionalProperties": false,
        "required": ["file", "reference", "format", "packing", "bytes", "xxh128"],
        "properties": {
          "file": {"type": "string"},
          "reference": {"type": "boolean"},
          "format": {"enum": ["jsonl", "json", "csv", "tsv", "text", null]},
          "packing": {"enum": ["none", "gzip", "zstd"]},
          "bytes": {"$ref": "#/$defs/count"},
          "xxh128": {"type": ["string", "null"], "pattern": "^[0-9a-f]{32}$"}
        }
      }
    },
    "records": {"$ref": "#/$defs/count"},
    "statuses": {
      "type": "object",
      "additionalProperties": false,
      "required": ["ok", "short", "empty", "no_content", "superseded", "error"],
      "patternProperties": {"^[a-z_]+$": {"$ref": "#/$defs/count"}}
    },
    "skipped": {"type": "object", "additionalProperties": {"$ref": "#/$defs/count"}},
    "undated": {"$ref": "#/$defs/count"},
    "repaired": {"$ref": "#/$defs/count"},
    "references": {"$ref": "#/$defs/count"},
    "exact_copies": {"$ref": "#/$defs/count"},
    "candidates": {"$ref": "#/$defs/count"},
    "verified_edges": {"$ref": "#/$defs/count"},
    "cut_edges": {"$ref": "#/$defs/count"},
    "clusters": {"$ref": "#/$defs/count"},
    "largest_cluster": {"$ref": "#/$defs/count"},
    "kept": {"$ref": "#/$defs/amount"},
    "dropped": {"$ref": "#/$defs/amount"},
    "outlets": {
      "type": "array",
      "items": {
        "type": "object",
        "additionalProperties": false,
        "required": ["outlet", "kept", "dropped", "warning"],
        "properties": {
          "outlet": {"type": ["string", "null"]},
          "kept": {"$ref": "#/$defs/amount"},
          "dropped": {"$ref": "#/$defs/amount"},
          "warning": {"type": ["string", "null"]}
        }
      }
    },
    "warnings": {"type": "array", "items": {"type": "string"}},
    "seconds": {"type": "number", "minimum": 0},
    "stages": {
      "type": "array",
      "items": {
        "type": "object",
        "additionalProperties": false,
        "required": ["stage", "seconds"],
        "properties": {"stage": {"type": "string"}, "seconds": {"type": "number", "minimum": 0}}
      }
    },
    "peak_memory_bytes": {"$ref": "#/$defs/count"}
  },
  "$defs": {
    "count": {"type": "integer", "minimum": 0},
    "amount": {
      "type": "object",
      "additionalProperties": false,
      "required": ["articles", "words", "bytes"],
      "properties": {"articles": {"$ref": "#/$defs/count"}, "words": {"$ref": "#/$defs/count"}, "bytes": {"$ref": "#/$defs/count"}}
    }
  }
}
)json";

}  // namespace wireprint
