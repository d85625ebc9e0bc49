// One JSON object on one line, field by field, in the order of the calls.
//
// Knows how this project writes keys, shares and what is not known; the escaping is RapidJSON's.
#pragma once

#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "wireprint/article/article.hpp"
#include "wireprint/base/ids.hpp"
#include "wireprint/sketch/overlap.hpp"

namespace wireprint {

class JsonLine {
 public:
  JsonLine() : writer_(buffer_) { writer_.StartObject(); }

  void text(std::string_view name, std::string_view value);  ///< empty is null
  void string_of(std::string_view name, std::string_view value);  ///< empty is the empty string
  void count(std::string_view name, std::uint64_t value);
  void number(std::string_view name, std::optional<std::int64_t> value);
  void share(std::string_view name, std::optional<Share> value);
  void real(std::string_view name, double value);  ///< with three decimals
  void flag(std::string_view name, bool value);
  void key(std::string_view name, const Key* value);  ///< null, and the empty key, are null
  void null(std::string_view name);

  void begin_object(std::string_view name);  ///< ended by end_object()
  void begin_array(std::string_view name);
  void end_array() { writer_.EndArray(); }
  void begin_object() { writer_.StartObject(); }  ///< as an element of an array
  void end_object() { writer_.EndObject(); }
  void element(std::string_view value) { string(value); }
  void estimate(std::string_view name, const std::optional<Estimate>& value);  ///< the bounds, as [lower, upper]
  void range(std::string_view name, std::uint64_t begin, std::uint64_t end);  ///< as [begin, end]

  /// Closes the object and gives the line, without a line feed.
  [[nodiscard]] std::string finish();

 private:
  void string(std::string_view value);
  void raw(std::string_view number);

  rapidjson::StringBuffer buffer_;
  rapidjson::Writer<rapidjson::StringBuffer> writer_;
};

}  // namespace wireprint
