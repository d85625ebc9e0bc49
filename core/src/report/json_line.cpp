#include "report/json_line.hpp"

#include "report/rounding.hpp"

namespace wireprint {

void JsonLine::string(std::string_view value) {
  writer_.String(value.data(), static_cast<rapidjson::SizeType>(value.size()));
}

void JsonLine::text(std::string_view name, std::string_view value) {
  if (value.empty()) return null(name);
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
  const std::string digits = decimal(*value);
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
  writer_.RawValue(value->text.data(), value->text.size(), rapidjson::kNumberType);
}

void JsonLine::null(std::string_view name) {
  string(name);
  writer_.Null();
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
