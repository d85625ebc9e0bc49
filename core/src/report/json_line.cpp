#include "report/json_line.hpp"

#include <fmt/format.h>

#include "report/rounding.hpp"

namespace wireprint {

void JsonLine::string(std::string_view value) {
  writer_.String(value.data(), static_cast<rapidjson::SizeType>(value.size()));
}

void JsonLine::raw(std::string_view number) { writer_.RawValue(number.data(), number.size(), rapidjson::kNumberType); }

void JsonLine::text(std::string_view name, std::string_view value) {
  value.empty() ? null(name) : string_of(name, value);
}

void JsonLine::string_of(std::string_view name, std::string_view value) {
  string(name);
  string(value);
}

void JsonLine::count(std::string_view name, std::uint64_t value) {
  string(name);
  writer_.Uint64(value);
}

void JsonLine::number(std::string_view name, std::optional<std::int64_t> value) {
  if (!value) return null(name);
  string(name);
  writer_.Int64(*value);
}

void JsonLine::share(std::string_view name, std::optional<Share> value) {
  if (!value) return null(name);
  string(name);
  raw(decimal(*value));
}

void JsonLine::estimate(std::string_view name, const std::optional<Estimate>& value) {
  if (!value) return null(name);
  begin_array(name);
  for (const double bound : {value->lower, value->upper}) raw(decimal(as_share(bound)));
  end_array();
}

void JsonLine::real(std::string_view name, double value) {
  const std::string digits = fmt::format("{:.3f}", value);
  string(name);
  writer_.RawValue(digits.data(), digits.size(), rapidjson::kNumberType);
}

void JsonLine::flag(std::string_view name, bool value) {
  string(name);
  writer_.Bool(value);
}

void JsonLine::key(std::string_view name, const Key* value) {
  if (value == nullptr || !value->number) return text(name, value == nullptr ? std::string_view() : value->text);
  string(name);
  raw(value->text);
}

void JsonLine::null(std::string_view name) {
  string(name);
  writer_.Null();
}

void JsonLine::begin_object(std::string_view name) {
  string(name);
  writer_.StartObject();
}

void JsonLine::begin_array(std::string_view name) {
  string(name);
  writer_.StartArray();
}

void JsonLine::range(std::string_view name, std::uint64_t begin, std::uint64_t end) {
  begin_array(name);
  writer_.Uint64(begin);
  writer_.Uint64(end);
  end_array();
}

std::string JsonLine::finish() {
  writer_.EndObject();
  return {buffer_.GetString(), buffer_.GetSize()};
}

}  // namespace wireprint
