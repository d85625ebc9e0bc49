#include "wireprint/report/schema.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "report/archive_schemas.hpp"
#include "report/bench_schema.hpp"
#include "report/score_schema.hpp"
#include "report/selection_schemas.hpp"

namespace wireprint {
namespace {

constexpr std::string_view kArticle = R"json({
  "$schema": "https://json-schema.org/draft/2020-12/schema",
  "title": "wireprint.article/1",
  "description": "What became of one record: its status, and its place among the copies of its story.",
  "type": "object",
  "additionalProperties": false,
  "required": ["schema", "key", "outlet", "published", "published_precision", "url", "language", "words", "status",
               "agency", "cluster", "cluster_size", "original", "source", "role", "copied", "kept", "lag_seconds",
               "lag_days", "selected"],
  "properties": {
    "schema": {"const": "wireprint.article/1"},
    "key": {"$ref": "#/$defs/key_or_null"},
    "outlet": {"type": ["string", "null"]},
    "published": {"$ref": "#/$defs/date_or_null"},
    "published_precision": {"enum": ["second", "minute", "day", "none"]},
    "url": {"type": ["string", "null"]},
    "language": {"type": ["string", "null"]},
    "words": {"type": "integer", "minimum": 0},
    "status": {"enum": ["ok", "short", "empty", "no_content", "superseded", "error"]},
    "agency": {"type": ["string", "null"]},
    "cluster": {"type": ["string", "null"]},
    "cluster_size": {"type": ["integer", "null"], "minimum": 1},
    "original": {"$ref": "#/$defs/key_or_null"},
    "source": {"$ref": "#/$defs/key_or_null"},
    "role": {"enum": ["original", "verbatim", "trimmed", "extended", "updated", "rewritten", null]},
    "copied": {"$ref": "#/$defs/share_or_null"},
    "kept": {"$ref": "#/$defs/share_or_null"},
    "lag_seconds": {"type": ["integer", "null"]},
    "lag_days": {"type": ["integer", "null"]},
    "selected": {"type": "boolean"}
  },
  "$defs": {
    "key_or_null": {"type": ["string", "number", "null"]},
    "date_or_null": {
      "type": ["string", "null"],
      "pattern": "^-?\\d{4,}-\\d\\d-\\d\\d(T\\d\\d:\\d\\d(:\\d\\d)?(Z|[+-]\\d\\d:\\d\\d)?)?$"
    },
    "share_or_null": {"type": ["number", "null"], "minimum": 0, "maximum": 1}
  }
}
)json";

constexpr std::string_view kCluster = R"json({
  "$schema": "https://json-schema.org/draft/2020-12/schema",
  "title": "wireprint.cluster/1",
  "description": "A story and the articles that carry its text.",
  "type": "object",
  "additionalProperties": false,
  "required": ["schema", "cluster", "size", "outlets", "first", "last", "agency", "original", "original_by", "weakest",
               "members"],
  "properties": {
    "schema": {"const": "wireprint.cluster/1"},
    "cluster": {"type": "string", "minLength": 1},
    "size": {"type": "integer", "minimum": 1},
    "outlets": {"type": "integer", "minimum": 0},
    "first": {"$ref": "#/$defs/date_or_null"},
    "last": {"$ref": "#/$defs/date_or_null"},
    "agency": {"type": ["string", "null"]},
    "original": {"$ref": "#/$defs/key"},
    "original_by": {"enum": ["time", "agency", "length", "tie"]},
    "weakest": {"type": ["number", "null"], "minimum": 0, "maximum": 1},
    "members": {"type": "array", "minItems": 1, "items": {"$ref": "#/$defs/member"}}
  },
  "$defs": {
    "key": {"type": ["string", "number"]},
    "date_or_null": {
      "type": ["string", "null"],
      "pattern": "^-?\\d{4,}-\\d\\d-\\d\\d(T\\d\\d:\\d\\d(:\\d\\d)?(Z|[+-]\\d\\d:\\d\\d)?)?$"
    },
    "share": {"type": "number", "minimum": 0, "maximum": 1},
    "member": {
      "type": "object",
      "additionalProperties": false,
      "required": ["key", "outlet", "published", "published_precision", "lag_seconds", "lag_days", "headline", "url",
                   "language", "words", "agency", "role", "copied", "kept", "source", "probability", "reference"],
      "properties": {
        "key": {"$ref": "#/$defs/key"},
        "outlet": {"type": ["string", "null"]},
        "published": {"$ref": "#/$defs/date_or_null"},
        "published_precision": {"enum": ["second", "minute", "day", "none"]},
        "lag_seconds": {"type": ["integer", "null"]},
        "lag_days": {"type": ["integer", "null"]},
        "headline": {"type": ["string", "null"]},
        "url": {"type": ["string", "null"]},
        "language": {"type": ["string", "null"]},
        "words": {"type": "integer", "minimum": 0},
        "agency": {"type": ["string", "null"]},
        "role": {"enum": ["original", "verbatim", "trimmed", "extended", "updated", "rewritten"]},
        "copied": {"$ref": "#/$defs/share"},
        "kept": {"$ref": "#/$defs/share"},
        "source": {"type": ["string", "number", "null"]},
        "probability": {"type": ["number", "null"], "minimum": 0, "maximum": 1},
        "reference": {"type": "boolean"}
      }
    }
  }
}
)json";

constexpr std::string_view kMatch = R"json({
  "$schema": "https://json-schema.org/draft/2020-12/schema",
  "title": "wireprint.match/1",
  "description": "Two articles compared on the text; a is the earlier one.",
  "type": "object",
  "additionalProperties": false,
  "required": ["schema", "a", "b", "cluster", "verdict", "role", "probability", "copied", "kept", "jaccard",
               "jaccard_all", "containment_a_in_b", "containment_b_in_a", "words_a", "words_b", "longest_run_words",
               "quoted", "number_conflicts", "same_outlet", "lag_seconds", "lag_days", "reasons", "passages"],
  "properties": {
    "schema": {"const": "wireprint.match/1"},
    "a": {"$ref": "#/$defs/key"},
    "b": {"$ref": "#/$defs/key"},
    "cluster": {"type": ["string", "null"]},
    "verdict": {"enum": ["copy", "partial", "quote", "template", "different"]},
    "role": {"enum": ["verbatim", "trimmed", "extended", "updated", "rewritten", null]},
    "probability": {"type": ["number", "null"], "minimum": 0, "maximum": 1},
    "copied": {"$ref": "#/$defs/share"},
    "kept": {"$ref": "#/$defs/share"},
    "jaccard": {"$ref": "#/$defs/share"},
    "jaccard_all": {"$ref": "#/$defs/share"},
    "containment_a_in_b": {"$ref": "#/$defs/share"},
    "containment_b_in_a": {"$ref": "#/$defs/share"},
    "words_a": {"$ref": "#/$defs/count"},
    "words_b": {"$ref": "#/$defs/count"},
    "longest_run_words": {"$ref": "#/$defs/count"},
    "quoted": {"$ref": "#/$defs/share"},
    "number_conflicts": {"$ref": "#/$defs/count"},
    "same_outlet": {"type": "boolean"},
    "lag_seconds": {"type": ["integer", "null"]},
    "lag_days": {"type": ["integer", "null"]},
    "reasons": {
      "type": "array",
      "items": {"enum": ["identical_text", "contained_whole", "reissued", "story_shared", "number_conflicts",
                         "other_subject", "series", "form", "outlet_block", "mostly_quoted", "within_digest", "block_shared",
                         "little_shared", "few_words", "furniture_only", "nothing_shared", "beyond_window",
                         "within_outlet", "jaccard_reached"]}
    },
    "passages": {"type": "array", "items": {"$ref": "#/$defs/passage"}}
  },
  "$defs": {
    "key": {"type": ["string", "number"]},
    "share": {"type": "number", "minimum": 0, "maximum": 1},
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
    }
  }
}
)json";

constexpr std::array<std::pair<std::string_view, std::string_view>, 11> kSchemas{{
    {"annotation", kAnnotationSchema},
    {"article", kArticle},
    {"bench", kBenchSchema},
    {"check", kCheckSchema},
    {"cluster", kCluster},
    {"event", kEventSchema},
    {"match", kMatch},
    {"record", kRecordSchema},
    {"removed", kRemovedSchema},
    {"score", kScoreSchema},
    {"stats", kStatsSchema},
}};

}  // namespace

std::vector<std::string_view> schema_names() {
  std::vector<std::string_view> names;
  for (const auto& [name, text] : kSchemas) names.push_back(name);
  return names;
}

std::optional<std::string_view> schema(std::string_view name) {
  const auto found = std::find_if(kSchemas.begin(), kSchemas.end(), [&](const auto& entry) { return entry.first == name; });
  if (found == kSchemas.end()) return std::nullopt;
  return found->second;
}

}  // namespace wireprint
