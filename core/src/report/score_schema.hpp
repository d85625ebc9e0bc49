// The JSON Schema of the line that `wireprint evaluate --scores` writes.
#pragma once

#include <string_view>

namespace wireprint {

inline constexpr std::string_view kScoreSchema = R"json({
  "$schema": "https://json-schema.org/draft/2020-12/schema",
  "title": "wireprint.score/1",
  "description": "A labelled pair, what became of it, and its scores. Where one of the two was compared with none, the scores are null.",
  "type": "object",
  "additionalProperties": false,
  "required": ["schema", "corpus", "a", "b", "label", "outcome", "joined", "fate", "unusable", "candidate", "verdict", "role",
               "reasons", "copied", "kept", "jaccard", "jaccard_all", "headlines", "quoted", "shared_words",
               "longest_run_words", "number_conflicts", "shared_samples", "shared_story_samples"],
  "properties": {
    "schema": {"const": "wireprint.score/1"},
    "corpus": {"type": "string"},
    "a": {"type": ["string", "number"]},
    "b": {"type": ["string", "number"]},
    "label": {"enum": ["verbatim", "trimmed", "updated", "partial", "quote", "template", "different"]},
    "outcome": {"enum": ["right", "missed", "false_alarm", "left_out"]},
    "joined": {"type": "boolean"},
    "fate": {"enum": ["joined", "joined_apart", "cut", "refused", "not_compared", "unusable"]},
    "unusable": {"type": ["string", "null"]},
    "candidate": {"type": "boolean"},
    "verdict": {"enum": ["copy", "partial", "quote", "template", "different", null]},
    "role": {"enum": ["verbatim", "trimmed", "extended", "updated", "rewritten", null]},
    "reasons": {"type": "array", "items": {"type": "string"}},
    "copied": {"$ref": "#/$defs/share"},
    "kept": {"$ref": "#/$defs/share"},
    "jaccard": {"$ref": "#/$defs/share"},
    "jaccard_all": {"$ref": "#/$defs/share"},
    "headlines": {"$ref": "#/$defs/share"},
    "quoted": {"$ref": "#/$defs/share"},
    "shared_words": {"$ref": "#/$defs/count"},
    "longest_run_words": {"$ref": "#/$defs/count"},
    "number_conflicts": {"$ref": "#/$defs/count"},
    "shared_samples": {"$ref": "#/$defs/count"},
    "shared_story_samples": {"$ref": "#/$defs/count"}
  },
  "$defs": {
    "share": {"type": ["number", "null"], "minimum": 0, "maximum": 1},
    "count": {"type": ["integer", "null"], "minimum": 0}
  }
}
)json";

}  // namespace wireprint
