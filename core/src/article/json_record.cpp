#include <fmt/format.h>
#include <simdjson.h>

#include <optional>

#include "article/json_repair.hpp"
#include "article/record_parser.hpp"

namespace wireprint {
namespace {

namespace dom = simdjson::dom;
using Kind = FieldValue::Kind;

constexpr std::size_t kCommonRecord = std::size_t{1} << 20U;

std::string_view name_of(dom::element_type type) {
  switch (type) {
    case dom::element_type::ARRAY: return "an array";
    case dom::element_type::OBJECT: return "an object";
    case dom::element_type::STRING: return "a string";
    case dom::element_type::BOOL: return "a boolean";
    case dom::element_type::NULL_VALUE: return "null";
    case dom::element_type::INT64:
    case dom::element_type::UINT64:
    case dom::element_type::DOUBLE: return "a number";
  }
  return "something else";
}

FieldValue list_value(dom::array items) {
  FieldValue value{.kind = Kind::List, .type = "an array"};
  for (const auto item : items) {
    if (item.is_null()) continue;
    std::string_view text;
    if (item.get(text) != simdjson::SUCCESS) return {.kind = Kind::Other, .type = "an array"};
    if (!value.made.empty()) value.made += ", ";
    value.made += text;
  }
  return value;
}

FieldValue value_of(dom::element element) {
  switch (element.type()) {
    case dom::element_type::STRING: return {.text = element.get_string().value_unsafe()};
    case dom::element_type::INT64: return {.kind = Kind::Integer, .made = std::to_string(element.get_int64().value_unsafe()), .type = "a number"};
    case dom::element_type::UINT64: return {.kind = Kind::Integer, .made = std::to_string(element.get_uint64().value_unsafe()), .type = "a number"};
    case dom::element_type::DOUBLE: return {.kind = Kind::Number, .made = fmt::format("{}", element.get_double().value_unsafe()), .type = "a number"};
    case dom::element_type::ARRAY: return list_value(element.get_array().value_unsafe());
    default: return {.kind = Kind::Other, .type = name_of(element.type())};
  }
}

/// A name as a part of a JSON pointer.
std::string pointer_part(std::string_view name) {
  std::string part = "/";
  for (const char c : name) part += c == '~' ? "~0" : c == '/' ? "~1" : std::string(1, c);
  return part;
}

void note_names(dom::object fields, FieldSurvey::Counts& seen) {
  for (const auto field : fields) {
    if (field.value.is_null()) continue;
    seen.try_emplace(std::string(field.key), 1);
    dom::object object;
    if (field.value.get(object) != simdjson::SUCCESS) continue;
    for (const auto inner : object) {
      if (inner.value.is_string()) seen.try_emplace(pointer_part(field.key) + pointer_part(inner.key), 1);
    }
  }
}

void offer_all(dom::object object, const FieldMap& map, RecordFields& fields) {
  for (const auto field : object) {
    if (field.value.is_null()) continue;
    const auto& ways = map.ways(field.key);
    if (ways.empty()) continue;
    const FieldValue value = value_of(field.value);
    for (const Way way : ways) fields.offer(field.key, value, way);
  }
  for (const auto& pointer : map.pointers()) {
    const auto found = object.at_pointer(pointer.path);
    if (found.error() == simdjson::SUCCESS && !found.value_unsafe().is_null()) fields.offer(pointer.path, value_of(found.value_unsafe()), pointer.way);
  }
}

/// A record's JSON, good until the next call in the same thread. `own` serves a record that is too long for the
/// parser of the thread to keep the memory.
simdjson::simdjson_result<dom::element> parse(std::string& json, std::optional<dom::parser>& own) {
  thread_local dom::parser of_this_thread;
  if (json.size() > kCommonRecord) own.emplace();
  dom::parser& parser = own ? *own : of_this_thread;
  if (parser.capacity() == 0 && !own) {
    if (const auto error = parser.allocate(kCommonRecord)) return error;
  }
  const std::size_t size = json.size();
  json.resize(size + simdjson::SIMDJSON_PADDING);
  auto parsed = parser.parse(json.data(), size, /*realloc_if_needed=*/false);
  json.resize(size);
  return parsed;
}

Error not_json(simdjson::error_code reason, Location where) {
  return {ErrorCode::BadInput, fmt::format("not JSON: {}", simdjson::error_message(reason)), std::move(where)};
}

Error no_object(dom::element_type found, Location where) {
  return {ErrorCode::BadInput, fmt::format("expected an object, found {}", name_of(found)), std::move(where)};
}

Result<ParsedRecord> article_of(dom::object object, Location where, const RecordRules& rules, bool survey) {
  RecordFields fields(rules.map);
  offer_all(object, rules.map, fields);
  auto article = fields.build(std::move(where), rules.zone);
  if (!article) return fail(std::move(article.error()));
  ParsedRecord parsed{.article = std::move(*article)};
  if (survey) {
    note_names(object, parsed.survey.seen);
    fields.note_taken(parsed.survey);
  }
  return parsed;
}

}  // namespace

Result<ParsedRecord> parse_json(std::string json, Location where, const RecordRules& rules, bool survey) {
  std::optional<dom::parser> own;
  bool repaired = false;
  auto parsed = parse(json, own);
  if (parsed.error() != simdjson::SUCCESS) {
    if (auto mended = repair_json(json)) {
      parsed = parse(*mended, own);
      repaired = true;
    }
  }
  if (parsed.error() != simdjson::SUCCESS) return fail(not_json(parsed.error(), std::move(where)));
  dom::object object;
  if (parsed.get(object) != simdjson::SUCCESS) return fail(no_object(parsed.value_unsafe().type(), std::move(where)));
  auto article = article_of(object, std::move(where), rules, survey);
  if (article) article->repaired = repaired;
  return article;
}

}  // namespace wireprint
